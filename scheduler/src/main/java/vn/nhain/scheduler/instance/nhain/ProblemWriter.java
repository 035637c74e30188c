package vn.nhain.scheduler.instance.nhain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import vn.nhain.plant.material.SheetSize;
import vn.nhain.plant.material.StockLot;
import vn.nhain.plant.order.Form;
import vn.nhain.plant.order.Gate;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.Order;
import vn.nhain.scheduler.api.ScheduleRequest;

/** Writes problem files of format {@code nhain}: what {@link ProblemFile} reads. */
public final class ProblemWriter {
    /** Every text in quotes: some readers of YAML take a bare 007, 1_000 or 12:30 for a number. */
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private ProblemWriter() {}

    /**
     * Writes a problem.
     *
     * @param plantFile name of the plant's file, relative to {@code file}
     */
    public static void write(ScheduleRequest request, String plantFile, Path file) throws IOException {
        write(request, TextNode.valueOf(plantFile), file);
    }

    /**
     * Writes another problem of the plant of a problem file.
     *
     * @param like the problem file
     */
    public static void write(ScheduleRequest request, Path like, Path file) throws IOException, ProblemFileException {
        JsonNode plant = YamlText.read(like).path("plant");
        JsonNode found = plant.isTextual()
                ? TextNode.valueOf(
                        like.toAbsolutePath().resolveSibling(plant.textValue()).toString())
                : plant;
        write(request, found, file);
    }

    private static void write(ScheduleRequest request, JsonNode plant, Path file) throws IOException {
        ObjectNode root = YAML.createObjectNode();
        root.set("plant", plant);
        root.put("origin", request.origin().toString());
        ArrayNode lots = root.putArray("stock");
        request.stock().lots().forEach(lot -> lot(lots.addObject(), lot));
        ArrayNode orders = root.putArray("orders");
        request.orders().forEach(order -> order(orders.addObject(), order));
        ArrayNode actuals = root.putArray("actuals");
        request.actuals().forEach(a -> actuals.addObject()
                .put("order", a.orderId())
                .put("operation", a.operationId())
                .put("machine", a.machineId())
                .put("start", a.start().toString())
                .put("end", a.end().toString())
                .put("done", a.done()));
        ArrayNode downtimes = root.putArray("downtimes");
        request.downtimes().forEach(d -> downtimes
                .addObject()
                .put("machine", d.machineId())
                .put("from", d.from().toString())
                .put("until", d.until().toString()));
        ArrayNode states = root.putArray("qualityStates");
        request.qualityStates().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> states.addObject()
                        .put("machine", e.getKey())
                        .put("state", e.getValue().name()));
        if (!request.inForce().isEmpty()) {
            root.put("frozenUntil", request.frozenUntil().toString());
            ArrayNode inForce = root.putArray("inForce");
            request.inForce().forEach(o -> inForce.addObject()
                    .put("order", o.orderId())
                    .put("operation", o.operationId())
                    .put("machine", o.machineId())
                    .put("start", o.start().toString())
                    .put("end", o.end().toString()));
        }
        if (!request.recalibrations().isEmpty()) {
            ArrayNode recalibrations = root.putArray("recalibrations");
            request.recalibrations().forEach(r -> recalibrations
                    .addObject()
                    .put("machine", r.machineId())
                    .put("notBefore", r.notBefore().toString())
                    .put("length", r.length().toString())
                    .put("after", r.after().name()));
        }
        if (!request.weights().byLine().isEmpty()) {
            ArrayNode weights = root.putArray("weights");
            request.weights().byLine().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(e ->
                            weights.addObject().put("line", e.getKey().key()).put("factor", e.getValue()));
        }
        YAML.writeValue(file.toFile(), root);
    }

    private static void lot(ObjectNode node, StockLot lot) {
        node.put("id", lot.id())
                .put("material", lot.materialId())
                .put("sheets", lot.sheets())
                .put("usableFrom", lot.usableFrom().toString())
                .put("arrival", lot.arrival())
                .put("certified", lot.certified());
        if (lot.expires() != null) {
            node.put("expires", lot.expires().toString());
        }
    }

    private static void order(ObjectNode node, Order order) {
        node.put("id", order.id())
                .put("customer", order.customer())
                .put("product", order.product())
                .put("title", order.title())
                .put("quantity", order.quantity())
                .put("due", order.due().toString())
                .put("customerDue", order.customerDue().toString())
                .put("priority", order.priority())
                .put("rush", order.rush())
                .put("fsc", order.fsc())
                .put("status", order.status().name());
        if (order.repeatOf() != null) {
            node.put("repeatOf", order.repeatOf());
        }
        ArrayNode gates = node.putArray("gates");
        order.gates().forEach(gate -> gate(gates.addObject(), gate));
        ArrayNode operations = node.putArray("operations");
        order.operations().forEach(operation -> operation(operations.addObject(), operation));
    }

    private static void gate(ObjectNode node, Gate gate) {
        node.put("kind", gate.kind().name()).put("cleared", gate.cleared());
        if (gate.expected() != null) {
            node.put("expected", gate.expected().toString());
        }
    }

    private static void operation(ObjectNode node, Operation operation) {
        node.put("id", operation.id())
                .put("kind", operation.kind().name())
                .put("goodQuantity", operation.goodQuantity())
                .put("unit", operation.unit())
                .put("inputs", operation.inputs())
                .put("outputs", operation.outputs())
                .put("minLag", operation.minLag().toString());
        if (operation.maxLag() != null) {
            node.put("maxLag", operation.maxLag().toString());
        }
        if (operation.transferBatch() > 0) {
            node.put("transferBatch", operation.transferBatch());
        }
        texts(node.putArray("predecessors"), operation.predecessors());
        form(node.putObject("form"), operation.form());
    }

    private static void form(ObjectNode node, Form form) {
        SheetSize sheet = form.sheet();
        node.put("material", form.materialId())
                .put("paperFamily", form.paperFamily())
                .put("gsm", form.gsm())
                .put("sheet", sheet.longSide_mm() + "x" + sheet.shortSide_mm())
                .put("coating", form.coating().name())
                .put("quality", form.quality().name());
        texts(node.putArray("frontInks"), form.frontInks());
        texts(node.putArray("backInks"), form.backInks());
        if (form.plateSetId() != null) {
            node.put("plateSet", form.plateSetId());
        }
        if (form.toolId() != null) {
            node.put("tool", form.toolId());
        }
    }

    private static void texts(ArrayNode node, List<String> texts) {
        texts.forEach(node::add);
    }
}
