package vn.nhain.simulators.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The orders table. */
class OrdersIT extends BrowserTest {
    @Test
    void aSearchNarrowsTheTableAndIsInTheAddress() {
        try (Visit visit = visit(Look.DESK)) {
            Page page = visit.open("/orders");
            page.locator("tbody tr").first().waitFor();
            String id = page.locator("tbody tr th a").nth(3).innerText();
            page.locator("input[type=search]").fill(id);
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(page.locator("tbody th a")).hasText(id);
            assertThat(page).hasURL(Pattern.compile(".*q=" + id + ".*"));
            page.reload();
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertEquals(List.of(), visit.complaints());
        }
    }

    @Test
    void lateOrdersSayWhy() {
        try (Visit visit = visit(Look.DESK)) {
            Page page = visit.open("/orders?late=1");
            Object late = page.evaluate(
                    "async () => (await (await fetch('/api/orders')).json()).items.filter((o) => o.lateMinutes > 0).length");
            assertThat(page.locator("tbody tr")).hasCount((Integer) late);
            for (String why : page.locator("tbody .why-late").allInnerTexts()) {
                assertTrue(why.strip().length() > 10, "no reason in: " + why);
            }
        }
    }

    @Test
    void aHeadingSortsAndTurns() {
        try (Visit visit = visit(Look.DESK)) {
            Page page = visit.open("/orders?sort=id");
            page.locator("tbody tr").first().waitFor();
            List<String> ids = page.locator("tbody th a").allInnerTexts();
            assertEquals(ids.stream().sorted().toList(), ids);
            page.locator("th[aria-sort=ascending] button").click();
            assertThat(page.locator("th[aria-sort=descending]")).hasCount(1);
            assertThat(page.locator("tbody th a").first()).hasText(ids.get(ids.size() - 1));
        }
    }
}
