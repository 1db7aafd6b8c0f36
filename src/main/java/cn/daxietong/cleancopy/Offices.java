package cn.daxietong.cleancopy;

import cn.daxietong.cleancopy.Hold.Held;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Office files printed to PDF by LibreOffice, with tracked changes accepted, the document's own macros off and links not followed. */
final class Offices {
    private static final Duration MOST = Duration.ofSeconds(90);
    private static final Map<String, String> PROFILE = Map.of(
            "registrymodifications.xcu", "profile/user/registrymodifications.xcu",
            "script.xlc", "profile/user/basic/script.xlc",
            "script.xlb", "profile/user/basic/Standard/script.xlb",
            "Clean.xba", "profile/user/basic/Standard/Clean.xba");

    private final Tools tools;

    Offices(Tools tools) {
        this.tools = tools;
    }

    void print(Jail jail, Path in, Path out) throws IOException, Held {
        var office = tools.find("soffice").orElseThrow(() -> new Held(Hold.NO_OFFICE));
        if (!tools.isolates()) {
            throw new Held(Hold.NO_ISOLATION);
        }
        for (var part : PROFILE.entrySet()) {
            var target = jail.file(part.getValue());
            Files.createDirectories(target.getParent());
            try (var from = Offices.class.getResourceAsStream("/cleancopy/" + part.getKey())) {
                Files.copy(java.util.Objects.requireNonNull(from), target);
            }
        }
        var command = List.of(
                office,
                "--headless",
                "--norestore",
                "--nologo",
                "--nodefault",
                "--nolockcheck",
                "-env:UserInstallation=" + jail.file("profile").toUri(),
                "macro:///Standard.Clean.Convert(\"" + in.toUri() + "\",\"" + out.toUri() + "\")");
        if (jail.run(tools.limited(command), MOST).isEmpty()) {
            throw new Held(Hold.LIMITS);
        }
        if (!Files.exists(out)) {
            throw new Held(Hold.BROKEN);
        }
    }
}
