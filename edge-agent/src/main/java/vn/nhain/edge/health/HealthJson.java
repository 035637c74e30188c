package vn.nhain.edge.health;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.nhain.edge.connection.ConnectionState;
import vn.nhain.edge.json.Json;
import vn.nhain.edge.source.SourceStatus;
import vn.nhain.edge.spool.Counters;
import vn.nhain.edge.spool.SpoolStatus;

/** The report as JSON; {@code docs/reference/edge-health.md} has its fields. */
final class HealthJson {
    private HealthJson() {}

    static String write(HealthReport report) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("status", report.isUp() ? "up" : "degraded");
        json.put("agent", report.agentId());
        json.put("counters", report.spool().counters());
        json.put("equations", equations(report.spool().counters()));
        json.put("spool", spool(report.spool()));
        json.put("store", report.store());
        json.put("sparkplug", sparkplug(report));
        json.put("commands", report.commands());
        json.put("counterSteps", report.counterSteps());
        json.put("machines", report.machines());
        json.put("sources", report.sources().stream().map(HealthJson::source).toList());
        return Json.write(json);
    }

    private static Map<String, Object> equations(Counters counters) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("received = accepted + rejected + suppressed", counters.isIntakeBalanced());
        json.put("accepted = stored + spooled + dropped + quarantined", counters.isStoreBalanced());
        return json;
    }

    private static Map<String, @Nullable Object> spool(SpoolStatus spool) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("depth", spool.depth());
        json.put("capacity", spool.capacity());
        json.put("oldest", spool.oldest() == null ? null : spool.oldest().toString());
        json.put("ageSeconds", spool.age().toSeconds());
        json.put("fileBytes", spool.fileBytes());
        json.put("uncommitted", spool.uncommitted());
        json.put("problem", spool.problem());
        json.put("droppedByMachine", spool.droppedByMachine());
        return json;
    }

    private static Map<String, Object> sparkplug(HealthReport report) {
        Map<String, Object> json = connection(report.sparkplug().state());
        json.put("bornDevices", report.sparkplug().bornDevices());
        json.put("messages", report.sparkplug().messages());
        json.put("dropped", report.sparkplug().dropped());
        return json;
    }

    private static Map<String, Object> source(SourceStatus source) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", source.name());
        json.putAll(connection(source.state()));
        json.put("items", source.items());
        json.put("badItems", source.badItems());
        json.put("messages", source.messages());
        json.put("dataLost", source.dataLost());
        json.putAll(new TreeMap<>(source.figures()));
        return json;
    }

    private static Map<String, Object> connection(ConnectionState state) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (state instanceof ConnectionState.Connected) {
            json.put("state", "connected");
        } else if (state instanceof ConnectionState.Connecting connecting) {
            json.put("state", "connecting");
            json.put("attempt", connecting.attempt());
        } else if (state instanceof ConnectionState.Waiting waiting) {
            json.put("state", "waiting");
            json.put("attempt", waiting.attempt());
            json.put("reason", waiting.reason());
        } else {
            json.put("state", "closed");
        }
        json.put("since", state.since().toString());
        return json;
    }
}
