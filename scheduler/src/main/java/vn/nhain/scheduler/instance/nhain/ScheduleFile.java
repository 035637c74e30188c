package vn.nhain.scheduler.instance.nhain;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import vn.nhain.scheduler.api.Figures;
import vn.nhain.scheduler.api.PlannedOperation;
import vn.nhain.scheduler.api.Reason;
import vn.nhain.scheduler.api.Schedule;

/** Writes plans of format {@code nhain} as JSON. */
public final class ScheduleFile {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ScheduleFile() {}

    /** Writes a plan. */
    public static void write(Schedule schedule, Path file) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("origin", schedule.origin().toString());
        ArrayNode operations = root.putArray("operations");
        schedule.operations().forEach(o -> operation(operations.addObject(), o));
        ArrayNode orders = root.putArray("orders");
        schedule.orders()
                .forEach(o -> reason(
                        orders.addObject()
                                .put("order", o.orderId())
                                .put("end", o.end().toString())
                                .put("lateMinutes", o.lateMinutes())
                                .putObject("lateBecause"),
                        o.lateBecause()));
        ArrayNode unplanned = root.putArray("unplanned");
        schedule.unplanned()
                .forEach(u -> reason(
                        unplanned
                                .addObject()
                                .put("order", u.orderId())
                                .put("operation", u.operationId())
                                .putObject("barredBy"),
                        u.barredBy()));
        ArrayNode recalibrations = root.putArray("recalibrations");
        schedule.recalibrations().forEach(r -> recalibrations
                .addObject()
                .put("machine", r.machineId())
                .put("start", r.start().toString())
                .put("end", r.end().toString()));
        figures(root.putObject("figures"), schedule.figures());
        JSON.writeValue(file.toFile(), root);
    }

    private static void operation(ObjectNode node, PlannedOperation o) {
        node.put("order", o.orderId())
                .put("operation", o.operationId())
                .put("machine", o.machineId())
                .put("setupStart", o.setupStart().toString())
                .put("start", o.start().toString())
                .put("end", o.end().toString())
                .put("quantity", o.quantity())
                .put("unitsIn", o.unitsIn())
                .put("makereadySheets", o.makereadySheets())
                .put("setupReason", o.setupReason())
                .put("pinned", o.pinned());
        reason(node.putObject("because"), o.because());
    }

    private static void reason(ObjectNode node, Reason reason) {
        node.put("code", reason.code()).put("en", reason.en()).put("vi", reason.vi());
    }

    private static void figures(ObjectNode node, Figures f) {
        node.put("lateOrders", f.lateOrders())
                .put("lateHours", f.lateHours())
                .put("setupHours", f.setupHours())
                .put("makereadySheets", f.makereadySheets())
                .put("totalVnd", f.totalVnd())
                .put("kwh", f.kwh())
                .put("peakKwh", f.peakKwh())
                .put("co2eKg", f.co2eKg());
        ObjectNode lines = node.putObject("lines");
        f.lines().forEach(lines::put);
    }
}
