package vn.nhain.simulators.browser;

import static org.junit.jupiter.api.Assumptions.abort;

import java.net.URI;

/** The running product that the browser looks at. */
final class Product {
    /** Address of a product that runs already. */
    private static final String PROPERTY = "nhain.url";

    private Product() {}

    static URI address() {
        String running = System.getProperty(PROPERTY, "");
        return running.isEmpty()
                ? abort("No product to look at: start one with ./nhain demo and name it with -D" + PROPERTY + "=URL.")
                : URI.create(running);
    }
}
