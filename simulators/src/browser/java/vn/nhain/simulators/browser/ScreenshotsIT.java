package vn.nhain.simulators.browser;

import com.microsoft.playwright.Page;
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

    @Test
    void takeThePicturesOfEveryView() throws IOException {
        Path folder = Path.of("..").resolve(System.getProperty(FOLDER));
        Files.createDirectories(folder);
        for (String lang : List.of("vi", "en")) {
            take(folder, lang, "", Look.DESK.in(lang, "light"));
            take(folder, lang, "-dark", Look.DESK.in(lang, "dark"));
            take(folder, lang, "-phone", Look.PHONE.in(lang, "light"));
        }
    }

    private void take(Path folder, String lang, String suffix, Look look) {
        try (Visit visit = visit(look)) {
            for (Map.Entry<String, String> view : views(visit).entrySet()) {
                Page page = visit.open(view.getValue());
                page.waitForTimeout(2 * Views.SETTLE_MS);
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(folder.resolve(view.getKey() + "-" + lang + suffix + ".png")));
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
