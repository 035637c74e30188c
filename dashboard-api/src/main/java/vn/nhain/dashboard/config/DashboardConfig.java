package vn.nhain.dashboard.config;

import java.nio.file.Path;

/**
 * All that can be set about a dashboard.
 *
 * @param web where the page is served
 * @param database business store
 * @param telemetry telemetry store
 * @param mqtt broker with the live state
 * @param access who may what
 * @param planning how plans are made and sent to the floor
 */
public record DashboardConfig(
        WebConfig web,
        DatabaseConfig database,
        TelemetryConfig telemetry,
        MqttConfig mqtt,
        AccessConfig access,
        PlanningConfig planning) {
    /** Everything embedded below one folder, on loopback, open to its user. */
    public static DashboardConfig embedded(Path data) {
        return new DashboardConfig(
                WebConfig.defaults(),
                DatabaseConfig.file(data.resolve("business")),
                TelemetryConfig.embedded(data.resolve("telemetry")),
                MqttConfig.defaults(),
                AccessConfig.openOnLoopback(),
                PlanningConfig.defaults());
    }

    /** The same, served elsewhere. */
    public DashboardConfig withWeb(WebConfig other) {
        return new DashboardConfig(other, database, telemetry, mqtt, access, planning);
    }

    /** The same with another business store. */
    public DashboardConfig withDatabase(DatabaseConfig other) {
        return new DashboardConfig(web, other, telemetry, mqtt, access, planning);
    }

    /** The same with another telemetry store. */
    public DashboardConfig withTelemetry(TelemetryConfig other) {
        return new DashboardConfig(web, database, other, mqtt, access, planning);
    }

    /** The same with another broker. */
    public DashboardConfig withMqtt(MqttConfig other) {
        return new DashboardConfig(web, database, telemetry, other, access, planning);
    }

    /** The same with other rights. */
    public DashboardConfig withAccess(AccessConfig other) {
        return new DashboardConfig(web, database, telemetry, mqtt, other, planning);
    }

    /** The same, planned otherwise. */
    public DashboardConfig withPlanning(PlanningConfig other) {
        return new DashboardConfig(web, database, telemetry, mqtt, access, other);
    }
}
