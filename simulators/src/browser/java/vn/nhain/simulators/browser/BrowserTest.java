package vn.nhain.simulators.browser;

import static java.util.Objects.requireNonNull;

import com.microsoft.playwright.Browser;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every test of the page needs: the product and a browser, once a class. */
@ExtendWith(Product.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTest {
    private @Nullable Chromium chromium;
    private @Nullable URI product;

    @BeforeAll
    final void open(URI address) {
        chromium = Chromium.launch();
        product = address;
    }

    @AfterAll
    final void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    final Visit visit(Look look) {
        return Visit.begin(browser(), requireNonNull(product), look);
    }

    final Visit visitForAxe(Look look) {
        return Visit.forAxe(browser(), requireNonNull(product), look);
    }

    private Browser browser() {
        return requireNonNull(chromium).browser();
    }
}
