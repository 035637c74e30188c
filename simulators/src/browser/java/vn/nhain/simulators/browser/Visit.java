package vn.nhain.simulators.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** One person's visit: a browser window of a size, in a language and a theme, that remembers what went wrong. */
final class Visit implements AutoCloseable {
    private final URI product;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Visit(URI product, BrowserContext context) {
        this.product = product;
        this.context = context;
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    static Visit begin(Browser browser, URI product, Look look) {
        return begin(browser, product, look, new Browser.NewContextOptions());
    }

    /** Past the content security policy, as axe needs: it puts its script into the page. */
    static Visit forAxe(Browser browser, URI product, Look look) {
        return begin(browser, product, look, new Browser.NewContextOptions().setBypassCSP(true));
    }

    private static Visit begin(Browser browser, URI product, Look look, Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(
                options.setViewportSize(look.width(), look.height()).setHasTouch(look.isPhone()));
        context.addInitScript("if (!localStorage.getItem('nhain.lang')) {localStorage.setItem('nhain.lang', '"
                + look.lang() + "'); localStorage.setItem('nhain.theme', '" + look.theme() + "')}");
        return new Visit(product, context);
    }

    /** Opens a view by its address, such as {@code /orders?late=1}, and waits until it has drawn something. */
    Page open(String view) {
        page.navigate(product.resolve("/#" + view).toString());
        page.locator("main h1").first().waitFor();
        page.locator(".lamp-live").waitFor();
        return page;
    }

    Page page() {
        return page;
    }

    /** What the console and the page complained of so far. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        context.close();
    }
}
