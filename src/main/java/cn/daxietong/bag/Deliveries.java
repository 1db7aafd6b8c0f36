package cn.daxietong.bag;

import cn.daxietong.database.Writing;
import cn.daxietong.ledger.Entry;
import cn.daxietong.ledger.Ledger;
import cn.daxietong.matter.Wording;
import cn.daxietong.shared.Refusal;
import cn.daxietong.verifier.Inclusion;
import cn.daxietong.verifier.Names;
import cn.daxietong.verifier.Receipt;
import cn.daxietong.verifier.Suite;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Seals the bag that a step hands over and signs its receipt, right after the step and never in its way. */
@Component
final class Deliveries {
    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int MOST_AT_ONCE = 50;

    private final Writing writing;
    private final Sealer sealer;
    private final TimeStamps stamps;
    private final Wording words;
    private final Clock clock;

    Deliveries(Writing writing, Sealer sealer, TimeStamps stamps, Wording words, Clock clock) {
        this.writing = writing;
        this.sealer = sealer;
        this.stamps = stamps;
        this.words = words;
        this.clock = clock;
    }

    /** What has been noted, oldest first; one that fails stays for the next time and holds up no other. */
    void deliver() {
        deliverThoseOf(null);
    }

    void deliverThoseOf(@Nullable UUID matter) {
        for (var due : writing.inTransaction(db -> BagStore.due(db, matter, MOST_AT_ONCE))) {
            try {
                deliver(due);
            } catch (RuntimeException e) {
                log.warn("事项 {} 第 {} 步的移送袋没有封成，稍后再试：{}", due.matter(), due.version(), e.getMessage());
            }
        }
    }

    private void deliver(BagStore.Due due) {
        if (due.event().equals(Handovers.RECEIPT)) {
            sign(due);
        } else {
            seal(due);
        }
        writing.run(db -> BagStore.done(db, due));
    }

    private void seal(BagStore.Due due) {
        try {
            sealer.seal(due.matter(), due.unit(), true);
        } catch (Refusal gone) {
            log.info("移送 {} 已退回或者转走，受移送单位看不到，不再封装移送袋", due.number());
        }
    }

    private void sign(BagStore.Due due) {
        writing.run(db -> BagStore.delivered(db, due.matter()).ifPresent(bag -> {
            var entries = Ledger.stream(db, due.matter());
            var entry = entries.stream()
                    .filter(e -> e.version() == due.version())
                    .findFirst()
                    .orElseThrow();
            BagStore.receipt(db, bag, receipt(due, bag, entry), clock.instant());
        }));
    }

    private byte[] receipt(BagStore.Due due, Sealed bag, Entry entry) {
        var unsigned = new Receipt(
                due.number(),
                bag.matter().toString(),
                entry.version() + " " + HexFormat.of().formatHex(entry.hash()),
                new Receipt.Signing(
                        words.unit(entry.unit()),
                        words.account(entry.actor()),
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(entry.at().atZone(ZONE))),
                bag.roots(),
                java.util.Map.of());
        return new Receipt(
                        unsigned.transfer(),
                        unsigned.matter(),
                        unsigned.entry(),
                        unsigned.signing(),
                        unsigned.roots(),
                        sealer.seals(unsigned.text()))
                .bytes();
    }

    /** Lays beside newer bags what they still wait for: the proof of the checkpoint, and the time stamp where an authority is configured. */
    void complete() {
        writing.inTransaction(db -> BagStore.without(db, Names.PROOF, MOST_AT_ONCE))
                .forEach(this::complete);
        if (stamps.configured()) {
            for (var bag : writing.inTransaction(db -> BagStore.without(db, Names.STAMP, MOST_AT_ONCE))) {
                if (!stamp(bag)) {
                    return; // an authority that does not answer one does not answer the next
                }
            }
        }
    }

    void complete(UUID bag) {
        writing.run(db -> {
            if (BagStore.additions(db, bag).containsKey(Names.PROOF)) {
                return;
            }
            var now = sealer.inclusions(Inclusion.read(BagStore.content(db, bag, Names.PROOF)));
            if (now.stream().allMatch(i -> i.anchor() != null)) {
                BagStore.addition(db, bag, Names.PROOF, Inclusion.bytes(now), clock.instant());
            }
        });
    }

    private boolean stamp(UUID bag) {
        var manifest = writing.inTransaction(db -> BagStore.content(db, bag, Names.manifest(Suite.INTL)));
        var token = stamps.stamp(manifest);
        token.ifPresent(bytes -> writing.run(db -> {
            BagStore.addition(db, bag, Names.STAMP, bytes, clock.instant());
            for (var suite : Suite.values()) {
                BagStore.addition(
                        db,
                        bag,
                        Names.signature(Names.STAMP, suite),
                        sealer.signature(Names.STAMP, suite, bytes),
                        clock.instant());
            }
        }));
        return token.isPresent();
    }
}
