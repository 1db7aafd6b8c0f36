package cn.daxietong.cleancopy;

import cn.daxietong.cleancopy.Hold.Held;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Films and sound recordings put anew into an empty container by ffmpeg: without notes, chapters, subtitles, data streams and covers. Pictures and sound
 * are taken over as they are where the codec is known to carry nothing but them once its notes (SEI) are cut, and otherwise recorded anew.
 */
final class Films {
    private static final Duration MOST = Duration.ofMinutes(4);
    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final Set<String> SOUND_TAKEN_OVER = Set.of("aac", "mp3");

    private final Tools tools;

    Films(Tools tools) {
        this.tools = tools;
    }

    /** Returns the extension of the copy. */
    String film(Jail jail, Path in, Path out, String container) throws IOException, Held {
        var codecs = codecs(jail, in, container);
        var picture = codecs.contains("h264") ? "h264" : codecs.contains("hevc") ? "hevc" : "";
        var command = begun(in, container);
        command.addAll(List.of("-map", "0:V:0?", "-map", "0:a?"));
        command.addAll(
                picture.isEmpty()
                        ? List.of("-c:v", "libx264", "-preset", "veryfast", "-crf", "23", "-pix_fmt", "yuv420p")
                        : List.of("-c:v", "copy"));
        // Cameras and encoders write what they are into these notes beside the pictures.
        command.addAll(List.of("-bsf:v", "filter_units=remove_types=" + (picture.equals("hevc") ? "39|40" : "6")));
        boolean known = codecs.stream()
                .filter(c -> c.startsWith("audio:"))
                .allMatch(c -> SOUND_TAKEN_OVER.contains(c.substring(6)));
        command.addAll(List.of("-c:a", known ? "copy" : "aac"));
        if (picture.equals("hevc")) {
            command.addAll(List.of("-tag:v", "hvc1"));
        }
        command.addAll(List.of("-movflags", "+faststart"));
        return finish(jail, command, out, "mp4");
    }

    String sound(Jail jail, Path in, Path out, String container) throws IOException, Held {
        var command = begun(in, container);
        command.addAll(List.of("-map", "0:a:0"));
        return switch (container) {
            case "mp3" -> {
                command.addAll(List.of("-c:a", "copy", "-id3v2_version", "0", "-write_id3v1", "0"));
                yield finish(jail, command, out, "mp3");
            }
            case "amr" -> {
                command.addAll(List.of("-c:a", "copy"));
                yield finish(jail, command, out, "amr");
            }
            case "wav" -> {
                command.addAll(List.of("-c:a", "pcm_s16le"));
                yield finish(jail, command, out, "wav");
            }
            default -> {
                command.addAll(List.of("-c:a", "aac", "-movflags", "+faststart"));
                yield finish(jail, command, out, "mp4");
            }
        };
    }

    /** A picture that Java does not read, as a PNG that it does. */
    void picture(Jail jail, Path in, Path out) throws IOException, Held {
        var command = new ArrayList<>(List.of(ffmpeg(), "-nostdin", "-v", "error", "-protocol_whitelist", "file"));
        command.addAll(
                List.of("-max_pixels", String.valueOf(Pictures.MOST_PIXELS), "-f", "webp_pipe", "-i", in.toString()));
        command.addAll(
                List.of("-frames:v", "1", "-map_metadata", "-1", "-f", "image2", "-c:v", "png", "-update", "1", "-y"));
        command.add(out.toString());
        run(jail, command, out);
    }

    private List<String> begun(Path in, String container) throws Held {
        // The container is named and only files are allowed, so that no play list makes ffmpeg read anything else.
        return new ArrayList<>(List.of(
                ffmpeg(),
                "-nostdin",
                "-v",
                "error",
                "-protocol_whitelist",
                "file",
                "-max_pixels",
                String.valueOf(Pictures.MOST_PIXELS),
                "-f",
                container,
                "-i",
                in.toString(),
                "-map_metadata",
                "-1",
                "-map_metadata:s",
                "-1",
                "-map_chapters",
                "-1",
                "-dn",
                "-sn",
                "-fflags",
                "+bitexact",
                "-flags:v",
                "+bitexact",
                "-flags:a",
                "+bitexact"));
    }

    private String finish(Jail jail, List<String> command, Path out, String extension) throws IOException, Held {
        command.addAll(List.of("-f", extension, "-y", out.toString()));
        run(jail, command, out);
        return extension;
    }

    private void run(Jail jail, List<String> command, Path out) throws IOException, Held {
        var ran = jail.run(tools.limited(command), MOST).orElseThrow(() -> new Held(Hold.LIMITS));
        if (!ran.well() || !Files.exists(out) || Files.size(out) == 0) {
            throw new Held(Hold.BROKEN);
        }
    }

    private Set<String> codecs(Jail jail, Path in, String container) throws IOException, Held {
        var probe = tools.find("ffprobe").orElseThrow(() -> new Held(Hold.NO_FFMPEG));
        var command = List.of(
                probe,
                "-v",
                "error",
                "-protocol_whitelist",
                "file",
                "-f",
                container,
                "-show_entries",
                "stream=codec_type,codec_name",
                "-of",
                "csv=p=0",
                in.toString());
        var ran = jail.run(tools.limited(command), LOOK).orElseThrow(() -> new Held(Hold.LIMITS));
        if (!ran.well()) {
            throw new Held(Hold.BROKEN);
        }
        var found = new HashSet<String>();
        for (var line : ran.said()) {
            var cells = line.toLowerCase(Locale.ROOT).split(",");
            if (cells.length >= 2) {
                found.add(cells[1].equals("audio") ? "audio:" + cells[0] : cells[0]);
            }
        }
        return found;
    }

    private String ffmpeg() throws Held {
        return tools.find("ffmpeg").orElseThrow(() -> new Held(Hold.NO_FFMPEG));
    }
}
