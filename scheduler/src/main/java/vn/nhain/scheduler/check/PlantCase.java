package vn.nhain.scheduler.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.Plant;
import vn.nhain.plant.file.PlantFile;
import vn.nhain.plant.file.PlantFileException;
import vn.nhain.plant.material.SheetSize;
import vn.nhain.plant.material.StockLot;
import vn.nhain.plant.order.Coating;
import vn.nhain.plant.order.Form;
import vn.nhain.plant.order.Gate;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.order.Order;
import vn.nhain.plant.order.OrderStatus;
import vn.nhain.plant.quality.QualityProfile;
import vn.nhain.plant.quality.QualityState;

/**
 * A plant's problem as its file states it. Reads what {@code docs/reference/problem-file.schema.json} describes and stops at
 * the first mistake: whoever wants them all asks the solver.
 */
record PlantCase(
        Plant plant,
        Instant origin,
        List<Order> orders,
        List<StockLot> lots,
        Map<String, Run> started,
        List<Downtime> downtimes,
        Map<String, QualityState> states,
        Map<String, Run> inForce,
        Map<String, Recalibration> recalibrations) {

    /** An operation that has started. */
    record Run(String machine, Instant start, Instant end, boolean done) {}

    /** A recalibration that is to be planned. */
    record Recalibration(Instant notBefore, Duration length, QualityState after) {}

    /** A machine out of work. */
    record Downtime(String machine, Instant from, Instant until) {}

    static String key(String order, String operation) {
        return order + "/" + operation;
    }

    static PlantCase read(Path file) throws IOException {
        try {
            JsonNode root = StrictJson.yaml(file);
            JsonNode node = root.required("plant");
            Plant plant = node.isTextual()
                    ? PlantFile.read(file.resolveSibling(node.textValue()))
                    : PlantFile.read(new ByteArrayInputStream(StrictJson.YAML.writeValueAsBytes(node)), "plant");
            List<Order> orders = new ArrayList<>();
            root.path("orders").forEach(o -> orders.add(order(o)));
            List<StockLot> lots = new ArrayList<>();
            root.path("stock").forEach(l -> lots.add(lot(l)));
            Map<String, Run> started = new HashMap<>();
            root.path("actuals")
                    .forEach(a -> started.put(
                            key(text(a, "order"), text(a, "operation")),
                            new Run(text(a, "machine"), instant(a, "start"), instant(a, "end"), flag(a, "done"))));
            List<Downtime> downtimes = new ArrayList<>();
            root.path("downtimes")
                    .forEach(d ->
                            downtimes.add(new Downtime(text(d, "machine"), instant(d, "from"), instant(d, "until"))));
            Map<String, QualityState> states = new HashMap<>();
            root.path("qualityStates")
                    .forEach(s -> states.put(text(s, "machine"), QualityState.valueOf(text(s, "state"))));
            Map<String, Run> inForce = new HashMap<>();
            root.path("inForce")
                    .forEach(p -> inForce.put(
                            key(text(p, "order"), text(p, "operation")),
                            new Run(text(p, "machine"), instant(p, "start"), instant(p, "end"), false)));
            Map<String, Recalibration> recalibrations = new HashMap<>();
            root.path("recalibrations")
                    .forEach(r -> recalibrations.put(
                            text(r, "machine"),
                            new Recalibration(
                                    instant(r, "notBefore"),
                                    Duration.parse(text(r, "length")),
                                    QualityState.valueOf(text(r, "after")))));
            return new PlantCase(
                    plant, instant(root, "origin"), orders, lots, started, downtimes, states, inForce, recalibrations);
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException | PlantFileException e) {
            throw new IOException("The file (%s) is not a problem of a plant: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static StockLot lot(JsonNode l) {
        return new StockLot(
                text(l, "id"),
                text(l, "material"),
                whole(l, "sheets", 0),
                instant(l, "usableFrom"),
                flag(l, "arrival"),
                flag(l, "certified"),
                instantOrNull(l, "expires"));
    }

    private static Order order(JsonNode o) {
        List<Gate> gates = new ArrayList<>();
        o.path("gates")
                .forEach(g -> gates.add(new Gate(
                        Gate.Kind.valueOf(text(g, "kind")), flag(g, "cleared"), instantOrNull(g, "expected"))));
        List<Operation> operations = new ArrayList<>();
        o.required("operations").forEach(p -> operations.add(operation(p)));
        Instant due = instant(o, "due");
        Instant customerDue = instantOrNull(o, "customerDue");
        return new Order(
                text(o, "id"),
                "-",
                "-",
                "",
                one(o, "quantity"),
                due,
                customerDue == null ? due : customerDue,
                one(o, "priority"),
                flag(o, "rush"),
                textOrNull(o, "repeatOf"),
                flag(o, "fsc"),
                OrderStatus.valueOf(text(o, "status", "OPEN")),
                gates,
                operations);
    }

    private static Operation operation(JsonNode o) {
        JsonNode f = o.required("form");
        String[] sides = text(f, "sheet").split("x", -1);
        Form form = new Form(
                text(f, "material"),
                text(f, "paperFamily"),
                whole(f, "gsm", 1),
                new SheetSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1])),
                texts(f.path("frontInks")),
                texts(f.path("backInks")),
                Coating.valueOf(text(f, "coating", "NONE")),
                QualityProfile.valueOf(text(f, "quality", "HOUSE")),
                textOrNull(f, "plateSet"),
                textOrNull(f, "tool"));
        return new Operation(
                text(o, "id"),
                OperationKind.valueOf(text(o, "kind")),
                whole(o, "goodQuantity", 1),
                text(o, "unit", Operation.SHEET),
                one(o, "inputs"),
                one(o, "outputs"),
                texts(o.path("predecessors")),
                Duration.parse(text(o, "minLag", "PT0S")),
                o.has("maxLag") ? Duration.parse(text(o, "maxLag")) : null,
                o.has("transferBatch") ? whole(o, "transferBatch", 0) : 0,
                form);
    }

    private static String text(JsonNode node, String name) {
        return StrictJson.text(node, name);
    }

    private static String text(JsonNode value) {
        if (!value.isTextual()) {
            throw new IllegalArgumentException("(%.40s) must be text".formatted(value));
        }
        return value.textValue();
    }

    private static String text(JsonNode node, String name, String otherwise) {
        return node.has(name) ? text(node, name) : otherwise;
    }

    private static int one(JsonNode node, String name) {
        return node.has(name) ? whole(node, name, 1) : 1;
    }

    private static int whole(JsonNode node, String name, int least) {
        return StrictJson.whole(node.required(name), name, least, Integer.MAX_VALUE);
    }

    private static boolean flag(JsonNode node, String name) {
        if (node.has(name) && !node.get(name).isBoolean()) {
            throw new IllegalArgumentException(
                    "%s is (%.40s) but must be true or false".formatted(name, node.get(name)));
        }
        return node.path(name).asBoolean();
    }

    private static @Nullable String textOrNull(JsonNode node, String name) {
        return node.has(name) ? text(node, name) : null;
    }

    private static Instant instant(JsonNode node, String name) {
        return Instant.parse(text(node, name));
    }

    private static @Nullable Instant instantOrNull(JsonNode node, String name) {
        return node.has(name) ? instant(node, name) : null;
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.forEach(t -> texts.add(text(t)));
        return texts;
    }
}
