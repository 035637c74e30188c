package vn.nhain.simulators.browser;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The browser of the machine. Missing, it fails where CI judges and is skipped by name elsewhere. */
final class Chromium implements AutoCloseable {
    /** Names another browser than those looked for, as a path. */
    private static final String PROPERTY = "nhain.chromium";

    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium launch() {
        Path executable = executable();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(executable)
                                // a container has neither a sandbox for root nor much shared memory
                                .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage"))));
    }

    Browser browser() {
        return browser;
    }

    private static Path executable() {
        String named = System.getProperty(PROPERTY, "");
        List<String> places = named.isEmpty() ? PLACES : List.of(named);
        return places.stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> {
                    String what = "No Chromium at " + places + ": install the package chromium, or name one with -D"
                            + PROPERTY + "=PATH.";
                    return System.getenv("CI") == null ? abort(what) : fail(what);
                });
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
