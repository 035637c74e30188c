package vn.nhain.simulators.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Axe finds nothing, in both languages and both themes, at a desk and on a phone. */
class AccessibilityIT extends BrowserTest {
    static List<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void noViewBreaksARule(Look look) {
        try (Visit visit = visitForAxe(look)) {
            List<String> broken = new ArrayList<>();
            for (String view : Views.all(visit)) {
                Page page = visit.open(view);
                page.waitForTimeout(Views.SETTLE_MS);
                new AxeBuilder(page)
                        .analyze()
                        .getViolations()
                        .forEach(rule -> broken.add(view + ": " + describe(rule)));
            }
            assertEquals("", String.join("\n", broken), look.toString());
        }
    }

    private static String describe(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream()
                        .limit(3)
                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                        .toList();
    }
}
