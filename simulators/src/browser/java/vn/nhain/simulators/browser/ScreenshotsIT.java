package vn.nhain.simulators.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Takes the pictures of the documentation: {@code mvn verify -Pbrowser -pl simulators -am -Dit.test=ScreenshotsIT
 * -Dnhain.screenshots=docs/images}. A relative folder is below the project's root.
 */
@EnabledIfSystemProperty(named = ScreenshotsIT.FOLDER, matches = ".+")
class ScreenshotsIT extends BrowserTest {
    static final String FOLDER = "nhain.screenshots";

    /** Buttons of the demonstration's bar: 300 and 60 times as fast as a clock. */
    private static final int FAST = 3;

    private static final int USUAL = 2;
    /** At 300 times as fast, two and a half hours. */
    private static final int MORNING_MS = 30_000;

    private static final int SOLVE_MS = 60_000;

    @Test
    void takeThePicturesOfEveryView() throws IOException {
        Path folder = Path.of("..").resolve(System.getProperty(FOLDER));
        Files.createDirectories(folder);
        passTheMorning();
        for (String lang : List.of("vi", "en")) {
            take(folder, lang, Look.DESK.in(lang, "light"));
        }
    }

    /** A day that has just begun has little to show. */
    private void passTheMorning() {
        try (Visit visit = visit(Look.DESK)) {
            Page page = visit.open("/board");
            page.locator(".speeds button").nth(FAST).click();
            page.waitForTimeout(MORNING_MS);
            page.locator(".speeds button").nth(USUAL).click();
        }
    }

    private void take(Path folder, String lang, Look look) {
        try (Visit visit = visit(look)) {
            for (Map.Entry<String, String> view : views(visit).entrySet()) {
                Page page = visit.open(view.getValue());
                page.waitForTimeout(2 * Views.SETTLE_MS);
                page.locator(".solve.running")
                        .waitFor(new Locator.WaitForOptions()
                                .setState(WaitForSelectorState.DETACHED)
                                .setTimeout(SOLVE_MS));
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(folder.resolve(view.getKey() + "-" + lang + ".png")));
            }
        }
    }

    private static Map<String, String> views(Visit visit) {
        Map<String, String> byName = new LinkedHashMap<>();
        for (String view : Views.all(visit)) {
            byName.putIfAbsent(view.split("[/?]", -1)[1], view);
        }
        return byName;
    }
}
