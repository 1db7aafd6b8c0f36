package cn.daxietong.cleancopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.daxietong.cleancopy.CleanCopy.Cleaned;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of all kinds, marked by exiftool wherever it can write: one of each kind in every run, {@code -Ddaxietong.corpus=200} for the whole proof. */
class CorpusTest {
    private static final int FILES = Integer.getInteger("daxietong.corpus", 18);
    private static final Tools TOOLS = Tools.ofThisMachine();
    private static final String SECRET = Samples.SECRET;
    private static final Duration LONG = Duration.ofMinutes(2);

    /** What a reader must know to show the file; whatever else exiftool finds in a copy is a fault. */
    private static final Set<String> NEEDED = Set.of(
            "SourceFile,ExifToolVersion,FileName,Directory,FileSize,FileModifyDate,FileAccessDate,FileInodeChangeDate,FilePermissions,FileType,FileTypeExtension,MIMEType,"
                    .concat(
                            "JFIFVersion,ResolutionUnit,XResolution,YResolution,ImageWidth,ImageHeight,EncodingProcess,BitsPerSample,ColorComponents,YCbCrSubSampling,ImageSize,Megapixels,")
                    .concat(
                            "BitDepth,ColorType,Compression,Filter,Interlace,Palette,Transparency,PDFVersion,Linearized,PageCount,")
                    .concat(
                            "MajorBrand,MinorVersion,CompatibleBrands,MovieHeaderVersion,CreateDate,ModifyDate,TimeScale,Duration,PreferredRate,PreferredVolume,PreviewTime,PreviewDuration,PosterTime,SelectionTime,SelectionDuration,CurrentTime,NextTrackID,")
                    .concat(
                            "TrackHeaderVersion,TrackCreateDate,TrackModifyDate,TrackID,TrackDuration,TrackLayer,TrackVolume,MatrixStructure,GraphicsMode,OpColor,CompressorID,SourceImageWidth,SourceImageHeight,VideoFrameRate,PixelAspectRatio,BufferSize,MaxBitrate,AverageBitrate,ColorRepresentation,")
                    .concat(
                            "ColorProfiles,ColorPrimaries,TransferCharacteristics,MatrixCoefficients,VideoFullRangeFlag,")
                    .concat(
                            "MediaHeaderVersion,MediaCreateDate,MediaModifyDate,MediaTimeScale,MediaDuration,MediaLanguageCode,HandlerType,HandlerDescription,HandlerVendorID,VendorID,Balance,AudioFormat,AudioChannels,AudioBitsPerSample,AudioSampleRate,MediaDataSize,MediaDataOffset,AvgBitrate,Rotation,")
                    .concat(
                            "MPEGAudioVersion,AudioLayer,AudioBitrate,SampleRate,ChannelMode,MSStereo,IntensityStereo,CopyrightFlag,OriginalMedia,Emphasis,Encoding,NumChannels,AvgBytesPerSec,VBRFrames,VBRBytes,VBRScale,")
                    .concat(
                            "AVCConfiguration,ChunkOffset,CompositionTimeToSample,Free,MediaData,SampleGroupDescription,SampleSizes,SampleToChunk,SampleToGroup,SyncSampleTable,TimeToSampleTable,HEVCConfiguration,")
                    .concat(
                            "EmbeddedImage,EmbeddedImageColorSpace,EmbeddedImageFilter,EmbeddedImageHeight,EmbeddedImageWidth,")
                    .concat("MIMEEncoding,ByteOrderMark,Newlines,LineCount,WordCount")
                    .split(","));

    @TempDir
    Path folder;

    @Test
    void no_copy_keeps_a_field_that_identifies_anybody_and_no_original_changes() throws IOException {
        for (var program : List.of("exiftool", "ffmpeg", "soffice", "heif-convert", "heif-enc")) {
            assumeTrue(TOOLS.find(program).isPresent(), "本机没有安装 " + program + "，略过");
        }
        var originals = originals();
        var copies = Files.createDirectory(folder.resolve("copies"));
        var cleaning = new CleanCopies(Files.createDirectory(folder.resolve("memory")), TOOLS);

        var held = new ArrayList<String>();
        for (var original : originals) {
            var before = hash(original);
            try (var copy = cleaning.of(
                    original.getFileName().toString(), Files.size(original), out -> Files.copy(original, out))) {
                if (copy instanceof Cleaned cleaned) {
                    Files.copy(cleaned.path(), copies.resolve(cleaned.name()));
                } else {
                    held.add(original.getFileName() + " " + copy);
                }
            }
            assertThat(hash(original)).isEqualTo(before);
        }

        assertThat(held).isEmpty();
        assertThat(originals).hasSize(FILES);
        assertThat(found(copies)).isEmpty();
        try (var all = Files.list(copies)) {
            assertThat(all.toList()).hasSize(FILES).allSatisfy(copy -> assertThat(
                            Files.readString(copy, StandardCharsets.ISO_8859_1))
                    .doesNotContain(SECRET));
        }
    }

    private static String hash(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every field of every copy that is neither needed nor empty. */
    private Set<String> found(Path copies) throws IOException {
        var found = new TreeSet<String>();
        var told = run("exiftool", "-q", "-s", "-a", "-u", "-ee", copies.toString());
        assertThat(told).isNotEmpty();
        for (var line : told) {
            var colon = line.indexOf(':');
            if (colon > 0 && !line.startsWith("========")) {
                var name = line.substring(0, colon).strip();
                var value = line.substring(colon + 1).strip();
                if (value.contains(SECRET)
                        || (!NEEDED.contains(name) && !name.startsWith("Unknown"))
                        || (name.endsWith("CreateDate") && !value.startsWith("0000"))) {
                    found.add(name + ": " + value);
                }
            }
        }
        return found;
    }

    private List<Path> originals() throws IOException {
        var kinds = kinds();
        var originals = new ArrayList<Path>();
        var names = List.copyOf(kinds.keySet());
        for (int i = 0; i < FILES; i++) {
            var kind = names.get(i % names.size());
            var file = folder.resolve("file-" + i + "." + kind);
            Files.copy(kinds.get(kind), file);
            mark(file, i);
            originals.add(file);
        }
        assertThat(originals)
                .filteredOn(f -> !f.toString().matches(".*(docx|odt|xlsx|pptx|wav|mkv|webp|txt|mp3)"))
                .allSatisfy(f -> assertThat(String.join("", run("exiftool", "-a", f.toString())))
                        .contains(SECRET));
        return originals;
    }

    /** What exiftool cannot write into, such as an Office file, was marked when it was made. */
    private void mark(Path file, int number) throws IOException {
        run(
                "exiftool",
                "-q",
                "-overwrite_original",
                "-m",
                "-Artist=" + SECRET,
                "-Author=" + SECRET,
                "-Make=" + SECRET,
                "-Model=" + SECRET + number,
                "-SerialNumber=" + SECRET,
                "-OwnerName=" + SECRET,
                "-Comment=" + SECRET,
                "-UserComment=" + SECRET,
                "-XMP:Creator=" + SECRET,
                "-XMP:Location=" + SECRET,
                "-IPTC:By-line=" + SECRET,
                "-GPSLatitude=24." + number,
                "-GPSLatitudeRef=N",
                "-GPSLongitude=109.7",
                "-GPSLongitudeRef=E",
                "-DateTimeOriginal=2022:03:03 03:0" + number % 10 + ":00",
                "-Orientation#=" + (1 + number % 8),
                "-Keys:GPSCoordinates=24.4, 109.7",
                "-Keys:Author=" + SECRET,
                file.toString());
    }

    private Map<String, Path> kinds() throws IOException {
        var made = Files.createDirectory(folder.resolve("made"));
        var all = new LinkedHashMap<String, Path>();
        all.put("jpg", Files.write(made.resolve("a.jpg"), Samples.photo()));
        all.put("png", Files.write(made.resolve("a.png"), Samples.pngWithNotes()));
        all.put("tif", Files.write(made.resolve("a.tif"), Samples.tiff()));
        all.put("gif", Files.write(made.resolve("a.gif"), Samples.picture("gif", 90, 70)));
        all.put("pdf", Files.write(made.resolve("a.pdf"), Samples.pdf("")));
        all.put("docx", Files.write(made.resolve("a.docx"), Samples.docx(false)));
        run(
                "heif-enc",
                made.resolve("a.jpg").toString(),
                "-o",
                made.resolve("a.heic").toString());
        all.put("heic", made.resolve("a.heic"));
        for (var film : List.of("mp4", "mov", "mkv")) {
            all.put(film, recorded(made.resolve("a." + film), "-f lavfi -i testsrc=d=1:s=64x48 -f lavfi -i sine=d=1"));
        }
        for (var sound : List.of("mp3", "wav", "m4a")) {
            all.put(sound, recorded(made.resolve("a." + sound), "-f lavfi -i sine=d=1"));
        }
        all.put("webp", recorded(made.resolve("a.webp"), "-f lavfi -i testsrc=d=1:s=64x48 -frames:v 1"));
        var text = Files.writeString(made.resolve("b.txt"), "夜里三点卸货\n");
        for (var office : List.of("odt", "doc", "rtf")) {
            run(
                    "soffice",
                    "--headless",
                    "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                    "--convert-to",
                    office,
                    "--outdir",
                    made.toString(),
                    made.resolve("a.docx").toString());
            all.put(office, made.resolve("a." + office));
        }
        all.put("txt", text);
        return all;
    }

    private Path recorded(Path file, String from) throws IOException {
        var command = new ArrayList<>(List.of("ffmpeg", "-v", "error"));
        command.addAll(List.of(from.split(" ")));
        command.addAll(List.of(
                "-metadata",
                "title=" + SECRET,
                "-metadata",
                "artist=" + SECRET,
                "-metadata",
                "comment=" + SECRET,
                "-metadata",
                "location=+24.4+109.7/",
                "-metadata",
                "creation_time=2022-03-03T03:03:03Z",
                file.toString()));
        run(command.toArray(String[]::new));
        return file;
    }

    private List<String> run(String... command) throws IOException {
        try (var jail = Jail.in(folder)) {
            return jail.run(List.of(command), LONG).orElseThrow().said();
        }
    }
}
