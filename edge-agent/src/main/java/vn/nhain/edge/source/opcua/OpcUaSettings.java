package vn.nhain.edge.source.opcua;

import java.time.Duration;

/**
 * How presses are listened to.
 *
 * @param publishInterval servers send what changed so often; they sample twice as often
 * @param queueSize values that a server keeps a tag between two publishes, at least 1
 * @param requestTimeout for any one request
 * @param silence wall time without any notification after which a connection is made anew; less than the time after
 *     which a machine counts as OFFLINE
 * @param firstPause pause after a first failed attempt
 * @param longestPause no pause is longer
 */
public record OpcUaSettings(
        Duration publishInterval,
        int queueSize,
        Duration requestTimeout,
        Duration silence,
        Duration firstPause,
        Duration longestPause) {
    public static final OpcUaSettings DEFAULTS = new OpcUaSettings(
            Duration.ofMillis(100),
            20,
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofMillis(500),
            Duration.ofSeconds(20));
}
