package vn.nhain.dashboard.config;

import java.time.Duration;

/**
 * The broker that carries live state and commands.
 *
 * @param url such as {@code tcp://127.0.0.1:1883} or {@code ssl://broker:8883}; empty to run without live state
 * @param user user; empty for none
 * @param password password; empty for none
 * @param hostId Sparkplug host id
 * @param staleAfter silence of a machine after which its values are stale, wall time
 * @param offlineAfter silence of a machine after which it is OFFLINE, wall time
 */
public record MqttConfig(
        String url, String user, String password, String hostId, Duration staleAfter, Duration offlineAfter) {
    public MqttConfig {
        if (offlineAfter.compareTo(staleAfter) < 0) {
            throw new IllegalArgumentException(
                    "The mqtt.offlineAfter (%s) must not be shorter than mqtt.staleAfter (%s)."
                            .formatted(offlineAfter, staleAfter));
        }
    }

    /** A broker on this machine, without a password. */
    public static MqttConfig defaults() {
        return new MqttConfig(
                "tcp://127.0.0.1:1883", "", "", "nhain-dashboard", Duration.ofSeconds(12), Duration.ofSeconds(30));
    }

    /** The same at another URL. */
    public MqttConfig at(String otherUrl) {
        return new MqttConfig(otherUrl, user, password, hostId, staleAfter, offlineAfter);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "MqttConfig[url=%s, user=%s, hostId=%s]".formatted(url, user, hostId);
    }
}
