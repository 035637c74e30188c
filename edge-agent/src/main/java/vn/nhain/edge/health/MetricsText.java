package vn.nhain.edge.health;

import vn.nhain.edge.spool.Counters;

/** The report in Prometheus' text format 0.0.4. */
final class MetricsText {
    private MetricsText() {}

    static String write(HealthReport report) {
        StringBuilder text = new StringBuilder(2_000);
        Counters counters = report.spool().counters();
        counter(text, "received", counters.received(), "values that sources delivered or the agent derived");
        counter(text, "rejected", counters.rejected(), "invalid values");
        counter(text, "suppressed", counters.suppressed(), "values that said nothing new");
        counter(text, "accepted", counters.accepted(), "readings that became durable");
        counter(text, "stored", counters.stored(), "readings that the store took");
        counter(text, "dropped", counters.dropped(), "readings given up because the spool was full");
        counter(text, "quarantined", counters.quarantined(), "readings that the store refused for good");
        gauge(text, "nhain_edge_spool_depth", report.spool().depth(), "readings on disk");
        gauge(text, "nhain_edge_spool_age_seconds", report.spool().age().toSeconds(), "how long the oldest has waited");
        gauge(
                text,
                "nhain_edge_spool_up",
                report.spool().problem().isEmpty() ? 1 : 0,
                "whether the disk takes readings");
        gauge(text, "nhain_edge_spool_bytes", report.spool().fileBytes(), "size of the spool file");
        gauge(text, "nhain_edge_store_up", report.store().up() ? 1 : 0, "whether the store takes readings");
        gauge(
                text,
                "nhain_edge_sparkplug_up",
                report.sparkplug().state().isUp() ? 1 : 0,
                "whether the broker is there");
        text.append("# HELP nhain_edge_source_up whether a connection to machines is there\n");
        text.append("# TYPE nhain_edge_source_up gauge\n");
        report.sources().forEach(source -> text.append("nhain_edge_source_up{source=\"")
                .append(source.name().replace("\\", "\\\\").replace("\"", "\\\""))
                .append("\"} ")
                .append(source.state().isUp() ? 1 : 0)
                .append('\n'));
        return text.toString();
    }

    private static void counter(StringBuilder text, String name, long value, String help) {
        sample(text, "nhain_edge_readings_" + name + "_total", "counter", value, help);
    }

    private static void gauge(StringBuilder text, String name, long value, String help) {
        sample(text, name, "gauge", value, help);
    }

    private static void sample(StringBuilder text, String name, String type, long value, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        text.append(name).append(' ').append(value).append('\n');
    }
}
