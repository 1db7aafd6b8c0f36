package cn.daxietong.cleancopy;

import cn.daxietong.attachment.FileKind;
import cn.daxietong.attachment.Recognition;
import cn.daxietong.cleancopy.Hold.Held;
import cn.daxietong.cleancopy.Verdict.Need;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** The child's program: tells what a file is by its bytes, makes pictures, pages and texts anew, and says what it leaves to others. */
final class Cleaner {
    private static final Set<String> PROGRAMS = Set.of(
            "application/x-dosexec",
            "application/x-msdownload",
            "application/x-executable",
            "application/x-sharedlib",
            "application/x-object",
            "application/x-elf",
            "application/x-mach-o",
            "application/x-mach-o-universal",
            "application/java-vm",
            "application/x-ms-installer",
            "application/vnd.android.package-archive",
            "application/java-archive",
            "application/x-ms-shortcut",
            "application/vnd.ms-cab-compressed");
    private static final Set<String> ACTIVE = Set.of(
            "text/html",
            "application/xhtml+xml",
            "image/svg+xml",
            "application/x-sh",
            "application/x-bat",
            "application/javascript",
            "text/javascript",
            "application/x-httpd-php",
            "text/x-php",
            "text/x-perl",
            "text/x-python",
            "application/x-shockwave-flash",
            "application/postscript",
            "message/rfc822");
    private static final Set<String> ARCHIVES = Set.of(
            "application/zip",
            "application/x-rar-compressed",
            "application/x-7z-compressed",
            "application/gzip",
            "application/x-bzip2",
            "application/x-xz",
            "application/x-tar",
            "application/x-gtar",
            "application/zstd",
            "application/x-iso9660-image");
    private static final Map<String, String> OPEN_DOCUMENTS = Map.of(
            "application/vnd.oasis.opendocument.text", "odt",
            "application/vnd.oasis.opendocument.spreadsheet", "ods",
            "application/vnd.oasis.opendocument.presentation", "odp");
    /** What ffmpeg calls the containers beyond those that are material everywhere else. */
    private static final Map<String, Need> OTHER_FILMS = Map.of(
            "video/x-matroska matroska", Need.FILM,
            "application/x-matroska matroska", Need.FILM,
            "video/webm matroska", Need.FILM,
            "video/x-msvideo avi", Need.FILM,
            "audio/mp4 mov", Need.SOUND,
            "audio/x-m4a mov", Need.SOUND,
            "audio/ogg ogg", Need.SOUND,
            "audio/vorbis ogg", Need.SOUND,
            "audio/x-flac flac", Need.SOUND);

    private Cleaner() {}

    public static void main(String[] args) {
        var verdict = verdict(Path.of(args[0]), Path.of(args[1]));
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(verdict.written());
        System.exit(0);
    }

    static Verdict verdict(Path in, Path out) {
        try {
            return clean(in, out);
        } catch (Held held) {
            return Verdict.held(held);
        } catch (OutOfMemoryError e) {
            return Verdict.held(Hold.LIMITS);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Whatever a library trips over in a stranger's bytes, the answer is the same.
            return Verdict.held(Hold.BROKEN);
        }
    }

    private static Verdict clean(Path in, Path out) throws IOException, Held {
        var recognition = new Recognition();
        var type = recognition.type(in);
        if (PROGRAMS.contains(type)) {
            throw new Held(Hold.PROGRAM);
        }
        if (ACTIVE.contains(type)) {
            throw new Held(Hold.ACTIVE);
        }
        if (Compound.is(type)) {
            return Verdict.needs(Need.OFFICE, Compound.extension(in));
        }
        if (OPEN_DOCUMENTS.containsKey(type)) {
            Archive.refuseMacros(in);
            return Verdict.needs(Need.OFFICE, OPEN_DOCUMENTS.get(type));
        }
        if (type.equals("application/rtf")) {
            return Verdict.needs(Need.OFFICE, "rtf");
        }
        var kind = recognition.recognize(in);
        if (kind.isPresent()) {
            return clean(kind.get(), in, out);
        }
        for (var film : OTHER_FILMS.entrySet()) {
            if (film.getKey().startsWith(type + " ")) {
                return Verdict.needs(film.getValue(), film.getKey().substring(type.length() + 1));
            }
        }
        if (type.equals("application/x-tika-ooxml") || type.equals("application/zip")) {
            Archive.refuseMacros(in);
            Archive.list(in);
        }
        throw new Held(ARCHIVES.contains(type) ? Hold.ARCHIVE : Hold.UNKNOWN);
    }

    private static Verdict clean(FileKind kind, Path in, Path out) throws IOException, Held {
        return switch (kind) {
            case JPEG -> Verdict.cleaned(Pictures.repaint(in, out, "jpg"));
            case PNG, GIF, BMP, TIFF -> Verdict.cleaned(Pictures.repaint(in, out, "png"));
            case PDF -> Verdict.cleaned(Pages.photograph(in, out));
            case TXT, CSV -> Verdict.cleaned(Words.rewrite(in, out));
            case WEBP -> Verdict.needs(Need.WEBP, "webp");
            case HEIC -> Verdict.needs(Need.HEIC, "heic");
            case DOCX, XLSX, PPTX -> {
                Archive.refuseMacros(in);
                yield Verdict.needs(Need.OFFICE, kind.name().toLowerCase(java.util.Locale.ROOT));
            }
            case MP4, MOV -> Verdict.needs(Need.FILM, "mov");
            case MP3 -> Verdict.needs(Need.SOUND, "mp3");
            case WAV -> Verdict.needs(Need.SOUND, "wav");
            case AMR -> Verdict.needs(Need.SOUND, "amr");
            case DOC, XLS -> Verdict.needs(Need.OFFICE, Compound.extension(in));
            case OFD -> throw new Held(Hold.UNKNOWN);
        };
    }
}
