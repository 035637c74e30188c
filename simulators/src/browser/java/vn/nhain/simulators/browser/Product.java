package vn.nhain.simulators.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import vn.nhain.simulators.demo.Demo;
import vn.nhain.simulators.demo.DemoException;
import vn.nhain.simulators.demo.DemoOptions;

/**
 * Gives tests the address of the product that the browser looks at: a demonstration of its own, started once for all
 * classes and ended after the last, or one that runs already.
 */
final class Product implements ParameterResolver {
    /** Address of a product that runs already. */
    private static final String PROPERTY = "nhain.url";

    private static final int PATIENCE_SECONDS = 180;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == URI.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        String running = System.getProperty(PROPERTY, "");
        URI address = running.isEmpty() ? demo(context).address() : URI.create(running);
        awaitPlan(address);
        return address;
    }

    /** The root's store closes what it holds when the last test has run. */
    private static Demo demo(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(Product.class))
                .getOrComputeIfAbsent(Demo.class, key -> start(), Demo.class);
    }

    /** A demonstration makes its first plan when it has started; without one half of the views have nothing to show. */
    private static void awaitPlan(URI address) {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve("/api/plan")).build();
        for (int second = 0; second < PATIENCE_SECONDS; second++) {
            try {
                if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
                Thread.sleep(1000);
            } catch (IOException e) {
                throw new UncheckedIOException("no product at " + address, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("no plan at " + address + " after " + PATIENCE_SECONDS + " s");
    }

    private static Demo start() {
        try {
            return Demo.start(DemoOptions.defaults());
        } catch (DemoException e) {
            throw new IllegalStateException("the demonstration does not start", e);
        }
    }
}
