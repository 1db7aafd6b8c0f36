package cn.daxietong.bag;

import cn.daxietong.attachment.Attachments;
import cn.daxietong.database.Reading;
import cn.daxietong.document.Documents;
import cn.daxietong.document.Format;
import cn.daxietong.ledger.Entry;
import cn.daxietong.ledger.Ledger;
import cn.daxietong.matter.Link;
import cn.daxietong.matter.Matters;
import cn.daxietong.matter.Seen;
import cn.daxietong.matter.StepTitles;
import cn.daxietong.matter.Wording;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import cn.daxietong.verifier.EntryTitles;
import cn.daxietong.verifier.LedgerExcerpt;
import cn.daxietong.verifier.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts together what goes into a bag: all that the unit it is for may see of the matter, and nothing else. */
@Component
final class Gathering {
    private static final int LONGEST_NAME = 80;
    private static final String JSON = "application/json";
    private static final String TABLE = "text/tab-separated-values";

    private final Matters matters;
    private final Documents documents;
    private final Attachments attachments;
    private final Reading reading;
    private final Wording words;

    Gathering(Matters matters, Documents documents, Attachments attachments, Reading reading, Wording words) {
        this.matters = matters;
        this.documents = documents;
        this.attachments = attachments;
        this.reading = reading;
        this.words = words;
    }

    /**
     * What was gathered.
     *
     * @param ends the newest entry of each matter whose entries are in it; whoever takes the bag must see them all
     */
    record Gathered(Seen<?> seen, List<Packed> files, List<Entry> ends) {}

    /** The platform looking for a unit: as much as the unit may see, and no trace of a person who was not there. */
    static Viewer eyesOf(UnitId unit) {
        return new Viewer(AccountId.SYSTEM, unit, Post.HANDLER, "平台", false, Set.of("read"));
    }

    /** @throws Refusal {@code not_found} where the unit does not see the matter */
    Gathered gather(UUID id, UnitId unit) {
        var viewer = eyesOf(unit);
        var seen = matters.visible(viewer, id);
        var excerpt = new ArrayList<>(entries(viewer, seen));
        var ends = new ArrayList<Entry>(List.of(excerpt.getLast()));
        var titles = new LinkedHashMap<String, String>();
        called(seen, excerpt, titles);
        for (var link : seen.matter().links()) {
            linked(viewer, link).ifPresent(other -> {
                var entries = entries(viewer, other);
                excerpt.addAll(entries);
                ends.add(entries.getLast());
                called(other, entries, titles);
            });
        }
        var files = new ArrayList<Packed>();
        files.add(Packed.text("说明.txt", "核验说明", "text/plain", Instructions.TEXT));
        files.add(json("matter.json", "事项", about(seen)));
        documents(viewer, seen, files);
        files.add(json("exhibits.json", "涉案物品清单", Custody.items(seen.data())));
        files.add(json("custody.json", "涉案物品保管链", custody(seen, excerpt)));
        files.add(Packed.of(Names.LEDGER, "账本摘录", TABLE, spelled(excerpt)));
        files.add(Packed.of(Names.TITLES, "账本摘录里各条记录的名称", TABLE, new EntryTitles(titles).bytes()));
        int number = 0;
        for (var file : attachments.of(viewer, id)) {
            files.add(Packed.of("attachments/%03d-%s".formatted(++number, safe(file.name())), file));
        }
        return new Gathered(seen, files, ends);
    }

    private List<Entry> entries(Viewer viewer, Seen<?> seen) {
        var matter = seen.matter();
        return reading.as(viewer, db -> Ledger.stream(db, matter.id())).stream()
                .filter(entry -> entry.version() <= matter.version())
                .toList();
    }

    /** Under the names that they have on the day of sealing. */
    private static void called(Seen<?> seen, List<Entry> entries, Map<String, String> titles) {
        entries.forEach(e ->
                titles.put(EntryTitles.key(e.stream().toString(), e.event()), StepTitles.of(seen.kind(), e.event())));
    }

    private Optional<Seen<?>> linked(Viewer viewer, Link link) {
        try {
            return Optional.of(matters.visible(viewer, link.matter()));
        } catch (Refusal notTheirs) {
            return Optional.empty();
        }
    }

    private void documents(Viewer viewer, Seen<?> seen, List<Packed> files) {
        var id = seen.matter().id();
        int number = 0;
        for (var issued : seen.matter().documents()) {
            var path = "documents/%03d-%s".formatted(++number, safe(issued.title()));
            var title = issued.number() == null ? issued.title() : issued.title() + " " + issued.number();
            files.add(Packed.of(
                    path + ".pdf",
                    title,
                    "application/pdf",
                    documents.pressWithin(viewer, id, issued.id(), Format.PDF).bytes()));
            files.add(json(path + ".json", title + "（内容）", documents.read(viewer, id, issued.id())));
        }
    }

    /** The chain from the first seizure on: the sender's case gives its custody lines to whom it hands the items, and nothing else of itself. */
    private List<Map<String, Object>> custody(Seen<?> seen, List<Entry> excerpt) {
        var matter = seen.matter();
        var chain = new ArrayList<>(Custody.of(excerpt));
        var known = chain.stream().map(Custody.Link::matter).toList();
        var items = Custody.items(seen.data()).stream()
                .map(item -> item.path("id").asString(""))
                .toList();
        matter.withRole("sender").ifPresent(sender -> matter.links().stream()
                .filter(link -> !known.contains(link.matter()))
                .forEach(link -> linked(eyesOf(sender), link)
                        .ifPresent(other -> Custody.of(entries(eyesOf(sender), other)).stream()
                                .filter(line -> items.contains(line.item()))
                                .forEach(chain::add))));
        chain.sort(Comparator.comparing(Custody.Link::at));
        return chain.stream().map(this::shown).toList();
    }

    private Map<String, Object> shown(Custody.Link line) {
        var out = new LinkedHashMap<String, Object>();
        out.put("item", line.item());
        out.put("description", line.description());
        out.put("custodian", line.custodian());
        out.put("custodian_name", words.unit(new UnitId(line.custodian())));
        out.put("at", line.at());
        out.put("event", line.event());
        out.put("matter", line.matter());
        out.put("entry", line.entry());
        out.put("hash", line.hash());
        return out;
    }

    private Map<String, Object> about(Seen<?> seen) {
        var matter = seen.matter();
        var out = new LinkedHashMap<String, Object>();
        out.put("id", matter.id());
        out.put("kind", matter.kind());
        out.put("number", matter.number());
        out.put("title", matter.title());
        out.put("status", matter.status());
        out.put("status_title", seen.statusTitle());
        out.put("owner_unit", matter.owner());
        out.put("version", matter.version());
        out.put("created_at", matter.createdAt());
        out.put("updated_at", matter.updatedAt());
        out.put("data", seen.data());
        return out;
    }

    private static byte[] spelled(List<Entry> entries) {
        return new LedgerExcerpt(entries.stream()
                        .map(e -> new LedgerExcerpt.Line(
                                e.stream().toString(),
                                e.version(),
                                e.at().toEpochMilli(),
                                e.suite().code(),
                                e.event(),
                                e.actor().value(),
                                e.unit().value(),
                                e.previous(),
                                e.hash(),
                                e.body()))
                        .toList())
                .bytes();
    }

    private static Packed json(String path, String title, Object value) {
        return Packed.of(
                path, title, JSON, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(value));
    }

    /** A name that no file system takes for a path. */
    static String safe(String name) {
        var plain = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}\\p{Cs}]", "_");
        int length = plain.codePointCount(0, plain.length());
        if (length <= LONGEST_NAME) {
            return plain;
        }
        int dot = plain.lastIndexOf('.');
        var extension = dot > 0 && plain.length() - dot <= 10 ? plain.substring(dot) : "";
        return plain.substring(0, plain.offsetByCodePoints(0, LONGEST_NAME - extension.length())) + extension;
    }
}
