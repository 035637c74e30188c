package vn.nhain.edge.broker;

import java.time.Duration;

/**
 * How a broker is reached.
 *
 * @param url {@code tcp://host:port} or {@code ssl://host:port}
 * @param clientId unique at the broker; the same after a restart, so that the broker keeps what is unacknowledged
 * @param user user name, empty for none
 * @param password password, empty for none
 * @param tls files for {@code ssl://}
 * @param timeout for connecting and for each request
 * @param firstPause pause after a first failed attempt
 * @param longestPause no pause is longer
 */
public record BrokerSettings(
        String url,
        String clientId,
        String user,
        String password,
        TlsFiles tls,
        Duration timeout,
        Duration firstPause,
        Duration longestPause) {
    /** Without login, with the default times. */
    public static BrokerSettings anonymous(String url, String clientId) {
        return new BrokerSettings(
                url,
                clientId,
                "",
                "",
                TlsFiles.DEFAULTS,
                Duration.ofSeconds(5),
                Duration.ofMillis(300),
                Duration.ofSeconds(20));
    }

    boolean isTls() {
        return url.startsWith("ssl:");
    }

    /** The same for somebody who looks in: another client id, since two of one id throw each other out. */
    public BrokerSettings visiting() {
        return new BrokerSettings(url, clientId + "-check", user, password, tls, timeout, firstPause, longestPause);
    }

    @Override
    public String toString() {
        return "BrokerSettings[%s as %s]".formatted(url, clientId);
    }
}
