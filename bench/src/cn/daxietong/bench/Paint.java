package cn.daxietong.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a browser with a cold cache sees and fetches, its processor four times slower; on a desktop's network and on a phone's. */
final class Paint {
    private static final int TIMES = 5;
    private static final String SEEN = """
            () => new Promise(done => new PerformanceObserver(list => {
                const first = list.getEntriesByName('first-contentful-paint')[0];
                if (first) setTimeout(() => {
                    const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
                    done([first.startTime, all.reduce((sum, r) => sum + r.transferSize, 0), window.blocked || 0]);
                }, 300);
            }).observe({type: 'paint', buffered: true}))
            """;
    private static final String BLOCKED = """
            window.blocked = 0;
            new PerformanceObserver(list => list.getEntries().forEach(task => window.blocked += Math.max(0, task.duration - 50)))
                .observe({type: 'longtask', buffered: true});
            """;

    private final String origin;
    private final Server.Account account;

    Paint(String origin, Server.Account account) {
        this.origin = origin;
        this.account = account;
    }

    private record Cold(double paint, double bytes, double blocked) {}

    void measure() {
        try (var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var chromium = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of("/usr/bin/chromium"))
                                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")))) {
            var state = signedIn(chromium);
            for (var path : List.of("/login", "/", "/worklist", "/matters")) {
                print("desktop", path, cold(chromium, path.equals("/login") ? null : state, path, false));
            }
            print("phone, 1.6 Mbit/s and 150 ms", "/matters", cold(chromium, state, "/matters", true));
        }
    }

    private static void print(String where, String path, List<Cold> all) {
        var paints = all.stream().map(Cold::paint).sorted().toList();
        System.out.printf(
                "%s, cold, 4x slower, %s: first contentful paint median %.0f ms, worst %.0f ms; all it fetches %.1f kB; main thread blocked %.0f ms%n",
                where,
                path,
                paints.get(TIMES / 2),
                paints.getLast(),
                all.getLast().bytes() / 1e3,
                all.stream().mapToDouble(Cold::blocked).sorted().toArray()[TIMES / 2]);
    }

    private String signedIn(Browser chromium) {
        try (var context = chromium.newContext()) {
            var page = context.newPage();
            page.navigate(origin + "/login");
            page.fill("input[name=username]", account.name());
            page.fill("input[name=password]", account.password());
            if (!account.totp().isEmpty() && page.locator("input[name=otp]").count() > 0) {
                page.fill("input[name=otp]", Otp.now(account.totp()));
            }
            page.click("form button.button-primary");
            page.waitForURL(origin + "/");
            return context.storageState();
        }
    }

    private List<Cold> cold(Browser chromium, String state, String path, boolean phone) {
        var all = new ArrayList<Cold>();
        for (int i = 0; i < TIMES; i++) {
            var options = new Browser.NewContextOptions();
            if (state != null) {
                options.setStorageState(state);
            }
            if (phone) {
                options.setViewportSize(390, 844);
            }
            try (var context = chromium.newContext(options)) {
                var page = context.newPage();
                slow(context.newCDPSession(page), phone);
                page.addInitScript(BLOCKED);
                page.navigate(origin + path);
                var seen = (List<?>) page.evaluate(SEEN);
                all.add(new Cold(number(seen, 0), number(seen, 1), number(seen, 2)));
            }
        }
        return all;
    }

    private static double number(List<?> values, int at) {
        return ((Number) values.get(at)).doubleValue();
    }

    private static void slow(CDPSession devtools, boolean phone) {
        var slower = new JsonObject();
        slower.addProperty("rate", 4);
        devtools.send("Emulation.setCPUThrottlingRate", slower);
        if (phone) {
            devtools.send("Network.enable");
            var network = new JsonObject();
            network.addProperty("offline", false);
            network.addProperty("latency", 150);
            network.addProperty("downloadThroughput", 1_600_000 / 8);
            network.addProperty("uploadThroughput", 750_000 / 8);
            devtools.send("Network.emulateNetworkConditions", network);
        }
    }
}
