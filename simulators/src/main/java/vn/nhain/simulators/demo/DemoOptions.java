package vn.nhain.simulators.demo;

import java.net.InetAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a demonstration is run.
 *
 * @param port HTTP port of the page; 0 for a free one
 * @param bind address that the page listens on; loopback unless the hall is to see it
 * @param speed plant seconds per wall second, 1 to 600
 * @param data where everything is kept; null for a temporary folder
 * @param scenario name of the scenario
 * @param seed seed of machines and orders
 * @param orders orders in the backlog
 * @param planSeconds seconds that the first plan may take
 * @param autoRelease whether a finished plan goes into force by itself
 */
public record DemoOptions(
        int port,
        InetAddress bind,
        double speed,
        @Nullable Path data,
        String scenario,
        long seed,
        int orders,
        int planSeconds,
        boolean autoRelease) {
    /** The demonstration as the README starts it, on a free port of loopback. */
    public static DemoOptions defaults() {
        return new DemoOptions(0, InetAddress.getLoopbackAddress(), 60, null, "normal-week", 20261124, 240, 10, true);
    }
}
