package cn.daxietong.bag;

import cn.daxietong.attachment.AttachmentRef;
import cn.daxietong.attachment.Attachments;
import cn.daxietong.attachment.ReadTrace;
import cn.daxietong.database.Reading;
import cn.daxietong.matter.Matters;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import cn.daxietong.verifier.Names;
import cn.daxietong.verifier.Suite;
import cn.daxietong.verifier.ZipLayout;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.springframework.stereotype.Service;

/** Gives out bags and receipts to those who see the matter, streaming; every taking away leaves a trace. */
@Service
class Bags {
    private final Matters matters;
    private final Attachments attachments;
    private final Sealer sealer;
    private final Deliveries deliveries;
    private final Reading reading;
    private final ReadTrace trace;

    Bags(
            Matters matters,
            Attachments attachments,
            Sealer sealer,
            Deliveries deliveries,
            Reading reading,
            ReadTrace trace) {
        this.matters = matters;
        this.attachments = attachments;
        this.sealer = sealer;
        this.deliveries = deliveries;
        this.reading = reading;
        this.trace = trace;
    }

    /** A bag ready to be written, file by file. */
    final class Parcel {
        private final Sealed bag;
        private final List<Piece> pieces;

        private Parcel(Sealed bag, List<Piece> pieces) {
            this.bag = bag;
            this.pieces = pieces;
        }

        String name() {
            return bag.name();
        }

        long length() {
            return ZipLayout.length(stored());
        }

        private List<ZipLayout.Stored> stored() {
            return pieces.stream().map(Piece::stored).toList();
        }

        void writeTo(OutputStream out) throws IOException {
            for (var piece : pieces) {
                out.write(ZipLayout.local(piece.stored()));
                piece.content().writeTo(out);
            }
            out.write(ZipLayout.tail(stored()));
        }
    }

    private record Piece(ZipLayout.Stored stored, Content content) {
        static Piece of(String path, byte[] content) {
            var crc = new CRC32();
            crc.update(content);
            return new Piece(new ZipLayout.Stored(path, content.length, crc.getValue()), out -> out.write(content));
        }
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * The bag that the matter's last step handed over, or else one of the matter as it stands.
     *
     * @throws Refusal {@code not_found} where the matter is absent or not theirs to see
     */
    Parcel bundle(Viewer viewer, UUID matter) {
        matters.see(viewer, matter, "bundle");
        deliveries.deliverThoseOf(matter);
        var bag = delivered(viewer, matter)
                .filter(found -> seesAll(viewer, found))
                .orElseGet(() -> sealer.seal(matter, viewer.unit(), false));
        deliveries.complete(bag.id());
        return parcel(viewer, bag);
    }

    Optional<Sealed> delivered(Viewer viewer, UUID matter) {
        return reading.as(viewer, db -> BagStore.delivered(db, matter));
    }

    /** Entries of a case are not given to those who see only its transfer; they get a bag of what they see. */
    private boolean seesAll(Viewer viewer, Sealed bag) {
        try {
            bag.includes().forEach(included -> matters.visible(viewer, included));
            return true;
        } catch (Refusal notTheirs) {
            return false;
        }
    }

    /** The receiver's 回执 over the bag that was handed over. */
    Optional<byte[]> receipt(Viewer viewer, UUID matter) {
        matters.see(viewer, matter, "bundle");
        deliveries.deliverThoseOf(matter);
        return stored(viewer, matter);
    }

    Optional<byte[]> stored(Viewer viewer, UUID matter) {
        return reading.as(viewer, db -> BagStore.delivered(db, matter).flatMap(bag -> BagStore.receipt(db, bag.id())));
    }

    /** Whether a time stamp and the proof of a checkpoint lie beside the bag. */
    Map<String, byte[]> additions(Viewer viewer, UUID bag) {
        return reading.as(viewer, db -> BagStore.additions(db, bag));
    }

    private Parcel parcel(Viewer viewer, Sealed bag) {
        var items = reading.as(viewer, db -> BagStore.items(db, bag.id()));
        var additions = additions(viewer, bag.id());
        var files = attachments
                .visible(
                        viewer,
                        items.stream()
                                .map(BagStore.Item::attachment)
                                .filter(java.util.Objects::nonNull)
                                .toList())
                .stream()
                .collect(Collectors.toMap(AttachmentRef::id, Function.identity()));
        var pieces = new ArrayList<Piece>();
        for (var item : items) {
            var path = item.stored().name();
            var added = additions.get(path);
            if (path.equals(Names.NO_STAMP) && additions.containsKey(Names.STAMP)) {
                stamp(additions).forEach(pieces::add);
            } else if (added != null) {
                pieces.add(Piece.of(path, added));
            } else {
                pieces.add(new Piece(item.stored(), content(viewer, bag, item, files)));
            }
        }
        return new Parcel(bag, pieces);
    }

    private static List<Piece> stamp(Map<String, byte[]> additions) {
        var names = new ArrayList<>(List.of(Names.STAMP));
        for (var suite : Suite.values()) {
            names.add(Names.signature(Names.STAMP, suite));
        }
        return names.stream()
                .map(name -> Piece.of(name, java.util.Objects.requireNonNull(additions.get(name))))
                .toList();
    }

    private Content content(Viewer viewer, Sealed bag, BagStore.Item item, Map<UUID, AttachmentRef> files) {
        var attachment = item.attachment();
        if (attachment == null) {
            return out -> out.write(reading.as(
                    viewer, db -> BagStore.content(db, bag.id(), item.stored().name())));
        }
        var file = files.get(attachment);
        if (file == null) {
            throw Refusal.notFound();
        }
        return out -> {
            try (var in = attachments.open(file)) {
                in.transferTo(out);
            }
        };
    }
}
