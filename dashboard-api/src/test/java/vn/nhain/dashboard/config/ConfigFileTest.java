package vn.nhain.dashboard.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Defaults, every key, and what is told of mistakes. */
class ConfigFileTest {
    @TempDir
    Path folder;

    @Test
    void anEmptyFileLetsNobodyIn() throws IOException {
        DashboardConfig config = read("plant: p.yaml").dashboard();

        assertEquals(AccessConfig.closed(), config.access());
        assertEquals(WebConfig.defaults(), config.web());
        assertEquals(PlanningConfig.defaults(), config.planning());
        assertEquals(MqttConfig.defaults(), config.mqtt());
        assertTrue(config.database().url().contains("WRITE_DELAY=0"));
    }

    @Test
    void thePlantFileLiesBesideTheConfiguration() throws IOException {
        assertEquals(
                folder.toAbsolutePath().resolve("p.yaml"), read("plant: p.yaml").plant());
    }

    /** The reference file says what the defaults are; this holds it to that. */
    @Test
    void theReferenceFileStatesTheDefaults() throws IOException {
        Path reference = Path.of("../docs/reference/dashboard.yaml");
        DashboardConfig stated = ConfigFile.read(reference, Map.of()).dashboard();
        DashboardConfig defaults = read("plant: plant.yaml").dashboard();

        assertEquals(defaults.web(), stated.web());
        assertEquals(defaults.telemetry().port(), stated.telemetry().port());
        assertEquals(defaults.telemetry().retentionDays(), stated.telemetry().retentionDays());
        assertEquals(defaults.mqtt(), stated.mqtt());
        assertEquals(defaults.access(), stated.access());
        assertEquals(defaults.planning(), stated.planning());
    }

    @Test
    void everyKeyMaps() throws IOException {
        DashboardConfig config = read("""
                        web: {bind: 0.0.0.0, port: 9090, frameInterval: PT0.5S, maxScreens: 5}
                        database: {url: "jdbc:postgresql://db/nhain", user: nhain, password: "${DB_PASSWORD}"}
                        telemetry: {url: "http://influx:8086", database: press, token: "${TOKEN:none}"}
                        mqtt: {url: "ssl://broker:8883", hostId: h2, staleAfter: PT5S, offlineAfter: PT9S}
                        access: {pin: "1234", users: [{name: minh, roles: [planner], passwordHash: x}]}
                        planning: {frozen: PT4H, threads: 2, seed: 7, replanSeconds: 20, assumedRepair: PT2H,
                          stability: 2.5, recalibration: PT35M, repeatCommandAfter: PT3S, gatesOpenAsExpected: true}
                        """).dashboard();

        assertEquals(new WebConfig("0.0.0.0", 9090, Duration.ofMillis(500), 5), config.web());
        assertEquals(new DatabaseConfig("jdbc:postgresql://db/nhain", "nhain", "secret"), config.database());
        assertEquals("http://influx:8086", config.telemetry().url());
        assertEquals("press", config.telemetry().database());
        assertEquals("none", config.telemetry().token());
        assertEquals("ssl://broker:8883", config.mqtt().url());
        assertEquals(Duration.ofSeconds(9), config.mqtt().offlineAfter());
        assertEquals("minh", config.access().users().get(0).name());
        assertEquals(
                new PlanningConfig(
                        Duration.ofHours(4),
                        2,
                        7,
                        20,
                        Duration.ofHours(2),
                        2.5,
                        Duration.ofMinutes(35),
                        Duration.ofSeconds(3),
                        true),
                config.planning());
    }

    @Test
    void secretsAreNotInTheText() throws IOException {
        String text =
                read("database: {password: \"${DB_PASSWORD}\"}").dashboard().toString();

        assertTrue(!text.contains("secret"), text);
    }

    @Test
    void mistakesAreToldWithTheirKey() {
        assertTold("web.prot", "web: {prot: 1}");
        assertTold("web.port", "web: {port: 70000}");
        assertTold("web.port", "web: {port: eighty}");
        assertTold("MISSING_ONE", "database: {password: \"${MISSING_ONE}\"}");
        assertTold("offlineAfter", "mqtt: {staleAfter: PT1M}");
    }

    private void assertTold(String what, String yaml) {
        IllegalArgumentException told = assertThrows(IllegalArgumentException.class, () -> read(yaml));
        assertTrue(String.valueOf(told.getMessage()).contains(what), told.getMessage());
    }

    private ConfigFile read(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("dashboard.yaml"), yaml);
        return ConfigFile.read(file, Map.of("DB_PASSWORD", "secret"));
    }
}
