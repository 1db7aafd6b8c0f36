package cn.daxietong.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One browser window in one size and one display mode, with what every page has to stand. */
public final class Screen implements AutoCloseable {
    /** The widths the platform answers for. */
    public enum Size {
        WIDE(1440, 900),
        PHONE(390, 844),
        NARROW(320, 640);

        private final int width;
        private final int height;

        Size(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private final BrowserContext context;
    private final Page page;
    private final String origin;
    private final List<String> complaints = new ArrayList<>();

    Screen(Browser chromium, String origin, Size size, DisplayMode mode, boolean script) {
        this.origin = origin;
        context = chromium.newContext(new Browser.NewContextOptions()
                .setViewportSize(size.width, size.height)
                .setDeviceScaleFactor(size == Size.WIDE ? 1 : 2)
                .setHasTouch(size != Size.WIDE)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setJavaScriptEnabled(script));
        context.addCookies(List.of(new Cookie(DisplayMode.COOKIE, mode.code()).setUrl(origin)));
        page = context.newPage();
        page.setDefaultTimeout(10_000);
        page.onConsoleMessage(message -> {
            // Chromium reports a page answered with 4xx as an error; tests of refusals look at the status themselves.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequestFailed(request -> complaints.add("not fetched: " + request.url()));
    }

    public Page page() {
        return page;
    }

    public Screen visit(String path) {
        page.navigate(origin + path);
        return this;
    }

    /** Signs in as a user does; who is not let in stays on the page for it. */
    public Screen signIn(String username, String password) {
        visit("/login");
        page.getByLabel("用户名").fill(username);
        page.locator("#password").fill(password);
        page.locator("main .button-primary").click();
        page.waitForURL(url -> !url.contains("/login"));
        return this;
    }

    /** Everything that holds for every page, and a picture of it in {@code target/screenshots}. */
    public void isSound(String name) {
        picture(name);
        doesNotScrollSideways();
        isAccessible();
        hasNoComplaints();
        isChinese();
    }

    /** Turns the device or changes it, without asking the server again. */
    public Screen resize(Size size) {
        page.setViewportSize(size.width, size.height);
        return this;
    }

    public Path picture(String name) {
        var file = Path.of("target", "screenshots", name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        return file;
    }

    public Path wholePicture(String name) {
        var file = Path.of("target", "screenshots", name + "-whole.png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        return file;
    }

    public void doesNotScrollSideways() {
        var excess = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(excess).as("pixels beyond the right edge of %s", page.url()).isEqualTo(0);
    }

    /** WCAG 2.1 A and AA, as far as a machine can tell. */
    public void isAccessible() {
        var violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                .analyze()
                .getViolations();
        var told = violations.stream()
                .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().stream()
                                .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                .limit(4)
                                .toList())
                .toList();
        assertThat(told).as("accessibility of %s", page.url()).isEmpty();
    }

    public void hasNoComplaints() {
        assertThat(complaints).as("console of %s", page.url()).isEmpty();
    }

    /** No English is left standing; numbers, times and the names of formats are everybody's. */
    public void isChinese() {
        var words =
                String.valueOf(page.evaluate("() => document.body.innerText")).split("[^A-Za-z]+");
        Predicate<String> foreign =
                word -> word.length() > 3 && !word.matches("Excel|Word|HTTP|JSON|OpenAPI|\\p{Upper}+");
        assertThat(words).as("words on %s", page.url()).noneMatch(foreign);
    }

    /** How many bytes the page and all it needs weigh on the wire, fetched afresh. */
    public @Nullable Object transferred() {
        return page.evaluate(
                "() => performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))"
                        + ".reduce((sum, entry) => sum + entry.transferSize, 0)");
    }

    @Override
    public void close() {
        context.close();
    }
}
