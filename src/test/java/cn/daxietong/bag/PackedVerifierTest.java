package cn.daxietong.bag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The packages that the pom names are all that the stand-alone verifier comes to need. */
class PackedVerifierTest {
    @TempDir
    Path folder;

    /** Finds the classes that the pom packs, and no other of this test's class path. */
    private static final class Packed extends ClassLoader {
        private final List<Pattern> included;

        Packed() throws IOException {
            super(ClassLoader.getPlatformClassLoader());
            var pom = Files.readString(Path.of("pom.xml"));
            var shade = pom.substring(pom.indexOf("<id>verifier</id>"), pom.indexOf("<transformers>"));
            included = Pattern.compile("<include>((?:org|cn)/[^<]+)</include>")
                    .matcher(shade)
                    .results()
                    .map(found -> Pattern.compile(found.group(1)
                            .replace(".", "\\.")
                            .replace("/**", "/.+")
                            .replaceAll("/\\*$", "/[^/]+")))
                    .toList();
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            var file = name.replace('.', '/') + ".class";
            if (included.stream().noneMatch(p -> p.matcher(file).matches())) {
                throw new ClassNotFoundException(name);
            }
            try (var in = PackedVerifierTest.class.getClassLoader().getResourceAsStream(file)) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                var bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    private String verify(Path... files) throws Exception {
        var arguments = java.util.Arrays.stream(files).map(Path::toString).toArray(String[]::new);
        var out = new ByteArrayOutputStream();
        var code = new Packed()
                .loadClass("cn.daxietong.verifier.Verifier")
                .getMethod("run", String[].class, PrintStream.class)
                .invoke(null, arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
        return code + out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void it_checks_signatures_stamp_and_receipt_by_itself() throws Exception {
        var sample = TimeStampTest.stamped();
        var bag = sample.in(folder);
        var receipt =
                Files.write(folder.resolve("receipt.txt"), sample.receipt().bytes());

        assertThat(verify(bag, receipt))
                .startsWith("0")
                .contains("时间戳有效")
                .contains("回执有效")
                .contains("✓ 通过");
        var bytes = Files.readAllBytes(bag);
        bytes[bytes.length / 2] ^= 1;
        assertThat(verify(Files.write(bag, bytes))).startsWith("1");
    }

    @ParameterizedTest
    @EnumSource(OtherVersion.class)
    void it_answers_a_bag_of_another_platform_version(OtherVersion version) throws Exception {
        var sample = new SampleBag();
        version.write(sample);

        assertThat(verify(sample.in(folder)))
                .startsWith(String.valueOf(version.code))
                .contains(version.sentence);
    }
}
