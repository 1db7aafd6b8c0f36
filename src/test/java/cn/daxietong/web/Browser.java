package cn.daxietong.web;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the installed Chromium, started once for all of them. A test takes a {@code Browser} as its parameter and opens screens with it:
 *
 * <pre>{@code
 * @ExtendWith(Browser.Extension.class)
 * class LeadPageTest {
 *     @Test
 *     void a_lead_can_be_registered_on_a_phone(Browser browser) {
 *         var screen = browser.open("http://localhost:" + port, Screen.Size.PHONE, DisplayMode.STANDARD);
 *         screen.visit("/leads");
 *         screen.isSound("leads-phone");
 *     }
 * }
 * }</pre>
 */
public final class Browser {
    private final com.microsoft.playwright.Browser chromium;
    private final List<Screen> screens = new ArrayList<>();

    private Browser(com.microsoft.playwright.Browser chromium) {
        this.chromium = chromium;
    }

    public Screen open(String origin, Screen.Size size, DisplayMode mode) {
        return add(new Screen(chromium, origin, size, mode, true));
    }

    /** As an old or locked-down machine sees it. */
    public Screen openWithoutScript(String origin, Screen.Size size) {
        return add(new Screen(chromium, origin, size, DisplayMode.STANDARD, false));
    }

    private Screen add(Screen screen) {
        screens.add(screen);
        return screen;
    }

    /** Starts Chromium with the first test that wants it and ends it with the last test of all. */
    public static final class Extension implements ParameterResolver, AfterEachCallback {
        private static final Namespace NAMESPACE = Namespace.create(Browser.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Browser.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            var running = context.getRoot()
                    .getStore(NAMESPACE)
                    .computeIfAbsent(Running.class, key -> Running.start(), Running.class);
            var browser = new Browser(running.chromium());
            context.getStore(NAMESPACE).put("browser", browser);
            return browser;
        }

        @Override
        public void afterEach(ExtensionContext context) {
            var browser = context.getStore(NAMESPACE).get("browser", Browser.class);
            if (browser != null) {
                browser.screens.forEach(Screen::close);
            }
        }
    }

    private record Running(Playwright playwright, com.microsoft.playwright.Browser chromium) implements AutoCloseable {
        static Running start() {
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            var chromium = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setEnv(Map.of("LANGUAGE", "zh_CN", "HOME", System.getProperty("user.home")))
                            .setExecutablePath(Path.of(System.getProperty("chromium", "/usr/bin/chromium")))
                            // Tests run as root in a container, where Chromium's own sandbox cannot start.
                            .setArgs(List.of(
                                    "--no-sandbox", "--lang=zh-CN", "--disable-gpu", "--disable-dev-shm-usage")));
            return new Running(playwright, chromium);
        }

        @Override
        public void close() {
            chromium.close();
            playwright.close();
        }
    }
}
