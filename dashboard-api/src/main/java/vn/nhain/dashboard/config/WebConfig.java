package vn.nhain.dashboard.config;

import java.time.Duration;

/**
 * Where the page is served.
 *
 * @param bind host or address to listen on
 * @param port TCP port, 0 for a free one
 * @param frameInterval pause between live frames, wall time, at least 50 ms
 * @param maxScreens WebSocket clients at most
 */
public record WebConfig(String bind, int port, Duration frameInterval, int maxScreens) {
    public WebConfig {
        Checks.between("web.port", port, 0, 65_535);
        Checks.between("web.frameInterval in ms", frameInterval.toMillis(), 50, 60_000);
        Checks.between("web.maxScreens", maxScreens, 1, 10_000);
    }

    /** Loopback, port 8080, four frames a second, 200 screens. */
    public static WebConfig defaults() {
        return new WebConfig("127.0.0.1", 8080, Duration.ofMillis(250), 200);
    }

    /** The same on another address and port. */
    public WebConfig at(String otherBind, int otherPort) {
        return new WebConfig(otherBind, otherPort, frameInterval, maxScreens);
    }
}
