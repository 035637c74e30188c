package vn.nhain.edge.config;

/**
 * The agent's own page.
 *
 * @param address address that it listens on; loopback unless the hall should see it
 * @param port TCP port, 0 for any free one
 */
public record HealthSettings(String address, int port) {
    public static final HealthSettings DEFAULTS = new HealthSettings("127.0.0.1", 0);
}
