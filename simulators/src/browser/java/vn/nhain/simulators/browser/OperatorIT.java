package vn.nhain.simulators.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The operator's view, on a tablet. */
class OperatorIT extends BrowserTest {
    private static final Look TABLET = new Look("vi", "light", 1024, 768);
    /** Fingers in gloves. */
    private static final double SMALLEST_BUTTON = 60;

    @Test
    void aStopReasonTakesTwoTapsAtMost() {
        try (Visit visit = visit(TABLET)) {
            Page page = visit.open("/operator");
            page.locator(".op-machines a").first().click();
            Locator reasons = page.locator(".op-reasons button");
            page.locator(".op-stop button").first().waitFor();
            if (reasons.count() == 0) {
                page.locator(".op-stop .op-wide").click();
            }
            assertTrue(reasons.count() <= 8, "more than eight reasons");
            BoundingBox box = reasons.first().boundingBox();
            assertTrue(box.height >= SMALLEST_BUTTON && box.width >= SMALLEST_BUTTON, "a button is too small");
            Response answer = page.waitForResponse("**/stop-reason", () -> reasons.first().click());
            assertEquals(201, answer.status());
            assertThat(page.locator(".notice.done")).isVisible();
            assertEquals(List.of(), visit.complaints());
        }
    }

    @Test
    void theNextJobsSayWhetherPaperAndPlatesAreReady() {
        try (Visit visit = visit(TABLET)) {
            Page page = visit.open("/operator");
            Object press = page.evaluate("""
                    async () => {
                      for (const m of (await (await fetch('/api/machines')).json()).items) {
                        if ((await (await fetch(`/api/machines/${m.id}/queue`)).json()).next.length > 0) return m.id;
                      }
                      return '';
                    }""");
            visit.open("/operator/" + press);
            assertThat(page.locator(".op-next li").first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
            assertThat(page.locator(".op-next li").first().locator(".op-ready")).containsText("Giấy");
        }
    }
}
