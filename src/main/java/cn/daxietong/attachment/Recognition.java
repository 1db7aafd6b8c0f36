package cn.daxietong.attachment;

import cn.daxietong.shared.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** Tells what a file is by its bytes, and refuses what it may not be or what its name says it is not. */
public final class Recognition {
    private static final Set<String> ARCHIVES = Set.of(
            "application/zip",
            "application/x-rar-compressed",
            "application/x-7z-compressed",
            "application/gzip",
            "application/x-bzip2",
            "application/x-xz",
            "application/x-tar",
            "application/x-gtar");
    private static final Set<FileKind> TEXTS = Set.of(FileKind.TXT, FileKind.CSV);
    private static final String UNKNOWN = "application/octet-stream";
    private static final String OLE = "application/x-tika-msoffice";

    private final MimeTypes magic = MimeTypes.getDefaultMimeTypes();

    FileKind recognize(Path file, String name) throws IOException {
        var claimed = FileKind.named(name);
        var type = type(file);
        var found = kind(file, type, claimed);
        if (found.isEmpty()) {
            if (ARCHIVES.contains(type)) {
                throw refused("archive_refused", "不能上传压缩包", "“" + name + "”是压缩包，平台无法核对其中的内容。请解压后逐个上传。");
            }
            throw refused("type_refused", "不支持这种文件", "“" + name + "”的内容不是平台接受的类型。可以上传：" + FileKind.allowed() + "。");
        }
        var content = found.get();
        if (claimed.isEmpty()) {
            throw refused(
                    "extension_mismatch",
                    "扩展名不对",
                    "“" + name + "”的内容是" + content.title() + "，但扩展名不是平台接受的类型。请改成正确的扩展名后重新上传。");
        }
        if (content != claimed.get()) {
            throw refused(
                    "extension_mismatch",
                    "文件名与内容不符",
                    "“" + name + "”按扩展名应是" + claimed.get().title() + "，内容却是" + content.title() + "。请核对文件，改正扩展名后重新上传。");
        }
        return content;
    }

    /** The kind of a file by its bytes alone, whatever it is called; nothing where it may not be material. */
    public Optional<FileKind> recognize(Path file) throws IOException {
        var type = type(file);
        var found = kind(file, type, Optional.empty());
        return found.isEmpty() && type.equals(UNKNOWN) && Text.reads(file) ? Optional.of(FileKind.TXT) : found;
    }

    /** The media type by the bytes alone, also of what may not be material. */
    public String type(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            // A type with parameters (application/x-rar-compressed; version=4) is the type.
            return magic.detect(in, new Metadata()).getBaseType().toString();
        }
    }

    private static Optional<FileKind> kind(Path file, String type, Optional<FileKind> claimed) throws IOException {
        if (type.startsWith("application/zip") || type.endsWith("+zip") || type.equals("application/x-tika-ooxml")) {
            return packaged(file);
        }
        if (type.equals(OLE)) {
            // Word and Excel of before 2007 share one container; told apart only by its directory, and equally harmless
            // or harmful.
            return claimed.filter(kind -> kind == FileKind.DOC || kind == FileKind.XLS);
        }
        if (type.equals(UNKNOWN) && claimed.filter(TEXTS::contains).isPresent() && Text.reads(file)) {
            return claimed;
        }
        return claimed.filter(kind -> kind.fits(type)).or(() -> FileKind.detectedAs(type));
    }

    // Office and OFD files are zip files; what lies in them says which. Only the directory is read, so nothing can be
    // made to swell.
    private static Optional<FileKind> packaged(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("OFD.xml") != null) {
                return Optional.of(FileKind.OFD);
            }
            if (zip.getEntry("[Content_Types].xml") == null) {
                return Optional.empty();
            }
            if (zip.getEntry("word/vbaProject.bin") != null || zip.getEntry("xl/vbaProject.bin") != null) {
                return Optional.empty();
            }
            if (zip.getEntry("word/document.xml") != null) {
                return Optional.of(FileKind.DOCX);
            }
            if (zip.getEntry("xl/workbook.xml") != null) {
                return Optional.of(FileKind.XLSX);
            }
            return zip.getEntry("ppt/presentation.xml") != null ? Optional.of(FileKind.PPTX) : Optional.empty();
        } catch (ZipException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Refusal refused(String code, String title, String detail) {
        return new Refusal(Refusal.Kind.UNSUPPORTED_MEDIA, code, title, detail);
    }
}
