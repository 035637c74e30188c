package vn.nhain.edge.broker;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.nhain.edge.keys.Section;

/** The keys of a broker, the same in every section that names one. */
public final class BrokerKeys {
    private static final Set<String> SCHEMES = new LinkedHashSet<>(List.of("tcp", "ssl"));

    private BrokerKeys() {}

    /**
     * Reads them, without {@link Section#finish}.
     *
     * @param otherwise broker when none is named; may be empty
     * @param clientId client id when none is named
     */
    public static BrokerSettings read(Section section, String otherwise, String clientId) {
        BrokerSettings defaults = BrokerSettings.anonymous("", clientId);
        String named = section.text(
                "clientId", "", "the same after a restart, so that the broker keeps what is unacknowledged");
        return new BrokerSettings(
                section.url("broker", otherwise, "tcp://broker:1883", SCHEMES, "address of the broker"),
                named.isBlank() ? clientId : named,
                section.text("user", "", "user name; empty: none"),
                section.secret("password", "password of the user"),
                section.duration(
                        "timeout",
                        defaults.timeout(),
                        Duration.ofMillis(100),
                        Section.DAY,
                        "for connecting and for each request"),
                section.duration(
                        "firstPause",
                        defaults.firstPause(),
                        Section.MILLI,
                        Section.DAY,
                        "after a first failed attempt; doubles with jitter"),
                section.duration(
                        "longestPause",
                        defaults.longestPause(),
                        Duration.ofSeconds(1),
                        Section.DAY,
                        "no pause is longer"));
    }
}
