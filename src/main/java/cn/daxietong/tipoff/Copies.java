package cn.daxietong.tipoff;

import cn.daxietong.attachment.Attachments;
import cn.daxietong.cleancopy.CleanCopies;
import cn.daxietong.cleancopy.CleanCopy;
import cn.daxietong.cleancopy.CleanCopy.Cleaned;
import cn.daxietong.cleancopy.CleanCopy.HeldBack;
import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Clean copies of what tellers sent, for whoever's open keys open the letter that names the file; originals never leave. */
@Service
class Copies {
    private final Desk desk;
    private final TipFiles files;
    private final CleanCopies cleaning;
    private final Attachments attachments;

    Copies(Desk desk, TipFiles files, CleanCopies cleaning, Attachments attachments) {
        this.desk = desk;
        this.files = files;
        this.cleaning = cleaning;
        this.attachments = attachments;
    }

    /** A file by the place that it has among all of its tip-off; its own name may say who sent it. */
    private record Numbered(int number, TellersFile file) {
        String name() {
            return "举报材料" + number;
        }
    }

    /**
     * To be closed by whoever asked.
     *
     * @throws Refusal {@code locked} while the keys are shut, {@code not_found} where no letter that they open names the file
     */
    CleanCopy of(Viewer viewer, UUID matter, UUID file) {
        return all(viewer, matter).stream()
                .filter(numbered -> numbered.file().id().equals(file))
                .findFirst()
                .map(this::cleaned)
                .orElseThrow(Refusal::notFound);
    }

    private List<Numbered> all(Viewer viewer, UUID matter) {
        var found = new ArrayList<Numbered>();
        desk.letters(viewer, matter).orElseThrow(Desk::locked).stream()
                .flatMap(letter -> letter.told().files().stream())
                .forEach(file -> found.add(new Numbered(found.size() + 1, file)));
        return found;
    }

    private CleanCopy cleaned(Numbered numbered) {
        var file = numbered.file();
        try {
            return cleaning.of(numbered.name(), file.size(), out -> files.write(file, out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes attachments of the clean copies of these files; what is not handed on afterwards is swept like any other upload.
     *
     * @throws Refusal {@code invalid_fields} that names every file of which there is no copy
     */
    List<UUID> attach(Viewer viewer, UUID matter, Set<String> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        var faults = new ArrayList<Fault>();
        var made = new ArrayList<UUID>();
        for (var numbered : all(viewer, matter)) {
            if (!wanted.contains(numbered.file().id().toString())) {
                continue;
            }
            try (var copy = cleaned(numbered)) {
                switch (copy) {
                    case Cleaned cleaned -> made.add(attached(viewer, cleaned));
                    case HeldBack held ->
                        faults.add(new Fault(
                                "copies",
                                held.code(),
                                "“" + numbered.file().name() + "”没有净化副本，请不要勾选。" + held.reason()));
                }
            }
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return made;
    }

    private UUID attached(Viewer viewer, Cleaned copy) {
        try (var content = Files.newInputStream(copy.path())) {
            return attachments.receive(viewer, copy.name(), content).id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
