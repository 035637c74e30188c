package vn.nhain.simulators.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of one machine. */
class MachineIT extends BrowserTest {
    @Test
    void aTileLeadsToTheMachineAndItsHistory() {
        try (Visit visit = visit(Look.DESK)) {
            Page page = visit.open("/board");
            String id = page.locator(".tile-name b").first().innerText();
            page.locator(".tile-link").first().click();
            assertThat(page.locator("main h1")).containsText(id);
            assertThat(page.locator("figure.strip svg")).isVisible();
            assertThat(page.locator("[data-chart=speed] canvas")).isVisible();
            page.locator(".ranges a").first().click();
            assertThat(page.locator(".ranges a").first()).hasAttribute("aria-current", "true");
            assertEquals(List.of(), visit.complaints());
        }
    }

    @Test
    void aMachineThatThePlantLacksIsSaidToBeMissing() {
        try (Visit visit = visit(Look.DESK)) {
            Page page = visit.open("/machine/NOPE");
            assertThat(page.locator("#machine-now .banner")).containsText("NOPE");
        }
    }
}
