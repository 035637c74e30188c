package vn.nhain.simulators.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The live board. */
class BoardIT extends BrowserTest {
    @Test
    void everyMachineHasATileWithItsStateInWords() {
        try (Visit visit = visit(Look.DESK)) {
            Page page = visit.open("/board");
            Object machines = page.evaluate("async () => (await (await fetch('/api/machines')).json()).items.length");
            assertThat(page.locator(".tile")).hasCount((Integer) machines);
            for (Locator tile : page.locator(".tile").all()) {
                assertTrue(tile.locator(".tile-state b").innerText().length() > 2, tile.innerText());
                assertEquals(1, tile.locator(".tile-state svg").count());
            }
            assertEquals(List.of(), visit.complaints());
        }
    }

    @Test
    void pressesComeBeforeFinishing() {
        try (Visit visit = visit(Look.DESK)) {
            Page page = visit.open("/board");
            assertThat(page.locator(".hall h2").first()).hasText("Máy in");
        }
    }

    @Test
    void languageAndThemeChangeWithoutAReloadAndAreRemembered() {
        try (Visit visit = visit(Look.DESK)) {
            Page page = visit.open("/board");
            page.evaluate("() => { window.stillHere = true; }");
            page.locator("button[lang=en]").click();
            assertThat(page.locator("main h1")).hasText("Live board");
            page.locator("button[title='Switch to dark']").click();
            assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
            assertEquals(true, page.evaluate("() => window.stillHere === true"));
            page.reload();
            assertThat(page.locator("main h1")).hasText("Live board");
            assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
            assertThat(page.locator("html")).hasAttribute("lang", "en");
        }
    }

    @Test
    void whatIsOldLooksOldAndSaysSinceWhen() {
        try (Visit visit = visit(Look.DESK)) {
            AtomicBoolean cut = new AtomicBoolean();
            visit.page().routeWebSocket("**/api/live", browserSide -> {
                if (cut.get()) {
                    browserSide.close();
                    return;
                }
                WebSocketRoute server = browserSide.connectToServer();
                server.onMessage(frame -> {
                    if (!cut.get()) {
                        browserSide.send(frame.text());
                    }
                });
            });
            Page page = visit.open("/board");
            cut.set(true);
            assertThat(page.locator(".lamp-lost")).isVisible();
            assertThat(page.locator("#status .banner")).containsText("Mất kết nối với máy chủ");
            assertEquals(
                    page.locator(".tile").count(), page.locator(".tile.cold").count());
            cut.set(false);
            assertThat(page.locator(".lamp-live")).isVisible();
            assertThat(page.locator("#status .banner")).hasCount(0);
        }
    }

    @Test
    void aPhoneScrollsDownOnlyAndNavigatesAtTheBottom() {
        try (Visit visit = visit(Look.PHONE)) {
            Page page = visit.open("/board");
            for (String view : List.of("/board", "/plan", "/orders", "/operator", "/alarms")) {
                visit.open(view);
                Object overflow = page.evaluate(
                        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
                assertEquals(0, overflow, view + " is wider than the phone");
            }
            page.locator(".nav a").nth(2).click();
            assertThat(page.locator("main h1")).containsText("Đơn hàng");
        }
    }
}
