package vn.nhain.simulators.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The planning board: choose, plan, stop, release. */
class PlanningBoardIT extends BrowserTest {
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

    @Test
    void keysChooseAnOrderWhoseAddressCanBeShared() {
        try (Visit visit = visit(Look.DESK)) {
            Page page = openPlan(visit);
            page.locator("#gantt-overlay").focus();
            page.keyboard().press("ArrowRight");
            assertThat(page).hasURL(Pattern.compile(".*#/plan\\?.*order=.+&op=.+"));
            String chosen = page.locator("#plan-details h2").innerText();
            assertThat(page.locator("#gantt-said")).containsText(chosen);
            String address = page.url();
            page.keyboard().press("ArrowDown");
            assertNotEquals(address, page.url());

            page.navigate(address);
            page.reload();
            assertThat(page.locator("#plan-details h2")).hasText(chosen);
            assertThat(page.locator("#plan-details .path li").first()).isVisible();
            page.locator("#gantt-overlay").press("Escape");
            assertThat(page.locator("#plan-details .path")).hasCount(0);
            assertEquals(List.of(), visit.complaints());
        }
    }

    @Test
    void theTableSaysWhatTheCanvasShows() {
        try (Visit visit = visit(Look.DESK)) {
            Page page = openPlan(visit);
            Locator job = page.locator(".jobs tbody tr").first();
            String order = job.locator("th").innerText();
            job.locator("button").click();
            assertThat(page.locator("#plan-details h2")).hasText(order);
            assertThat(page.locator(".jobs tr.chosen th")).hasText(order);
        }
    }

    @Test
    void zoomKeysRepaintTheBoard() {
        try (Visit visit = visit(Look.DESK)) {
            Page page = openPlan(visit);
            page.locator("#gantt-overlay").focus();
            page.keyboard().press("1");
            String all = picture(page);
            page.keyboard().press("3");
            String shift = picture(page);
            assertNotEquals(all, shift);
        }
    }

    @Test
    void aPlanIsMadeStoppedAndReleased() {
        try (Visit visit = visit(Look.DESK)) {
            Page page = openPlan(visit);
            // else the demonstration releases the draft before anybody has seen it
            page.locator(".demo input[role=switch]").uncheck();
            assertThat(page.locator(".solve:not(.running)")).isVisible(PATIENTLY);
            page.locator(".solve select").first().selectOption("60");
            page.locator(".solve button").first().click();
            assertThat(page.locator(".solve.running")).isVisible(PATIENTLY);
            assertThat(page.locator(".solve-cost b")).containsText(Pattern.compile("\\d"), patientText());
            page.locator(".solve.running button").click();
            assertThat(page.locator(".chip.draft")).isVisible(PATIENTLY);
            assertThat(page).hasURL(Pattern.compile(".*version=\\d+.*"));
            assertThat(page.locator(".figure")).hasCount(7);
            page.locator(".solve button", new Page.LocatorOptions().setHasText("Phát hành"))
                    .click();
            page.locator("dialog[open] button.primary").click();
            assertThat(page.locator(".chip.released")).isVisible(PATIENTLY);
        }
    }

    /** A demonstration makes its first plan when it has started. */
    private static Page openPlan(Visit visit) {
        Page page = visit.open("/plan");
        assertThat(page.locator(".jobs tbody tr").first()).isVisible(PATIENTLY);
        return page;
    }

    private static LocatorAssertions.ContainsTextOptions patientText() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
    }

    /** The canvas after it was painted. */
    private static String picture(Page page) {
        return (String) page.evaluate(
                """
                () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() =>
                  resolve(document.querySelector('#gantt-base').toDataURL()))))""");
    }
}
