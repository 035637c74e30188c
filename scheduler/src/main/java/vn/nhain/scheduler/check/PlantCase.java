package vn.nhain.scheduler.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
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
        Map<String, Run> inForce) {

    /** An operation that has started. */
    record Run(String machine, Instant start, Instant end, boolean done) {}

    /** A machine out of work. */
    record Downtime(String machine, Instant from, Instant until) {}

    static String key(String order, String operation) {
        return order + "/" + operation;
    }

    static PlantCase read(Path file) throws IOException {
        ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
        try {
            JsonNode root = yaml.readTree(file.toFile());
            JsonNode node = root.required("plant");
            Plant plant = node.isTextual()
                    ? PlantFile.read(file.resolveSibling(node.asText()))
                    : PlantFile.read(new ByteArrayInputStream(yaml.writeValueAsBytes(node)), "plant");
            List<Order> orders = new ArrayList<>();
            root.path("orders").forEach(o -> orders.add(order(o)));
            List<StockLot> lots = new ArrayList<>();
            root.path("stock").forEach(l -> lots.add(lot(l)));
            Map<String, Run> started = new HashMap<>();
            root.path("actuals")
                    .forEach(a -> started.put(
                            key(text(a, "order"), text(a, "operation")),
                            new Run(
                                    text(a, "machine"),
                                    instant(a, "start"),
                                    instant(a, "end"),
                                    a.path("done").asBoolean())));
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
            return new PlantCase(plant, instant(root, "origin"), orders, lots, started, downtimes, states, inForce);
        } catch (JsonProcessingException | IllegalArgumentException | PlantFileException e) {
            throw new IOException("The file (%s) is not a problem of a plant: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static StockLot lot(JsonNode l) {
        return new StockLot(
                text(l, "id"),
                text(l, "material"),
                l.required("sheets").asInt(),
                instant(l, "usableFrom"),
                l.path("arrival").asBoolean(),
                l.path("certified").asBoolean(),
                instantOrNull(l, "expires"));
    }

    private static Order order(JsonNode o) {
        List<Gate> gates = new ArrayList<>();
        o.path("gates")
                .forEach(g -> gates.add(new Gate(
                        Gate.Kind.valueOf(text(g, "kind")),
                        g.path("cleared").asBoolean(),
                        instantOrNull(g, "expected"))));
        List<Operation> operations = new ArrayList<>();
        o.required("operations").forEach(p -> operations.add(operation(p)));
        Instant due = instant(o, "due");
        Instant customerDue = instantOrNull(o, "customerDue");
        return new Order(
                text(o, "id"),
                "-",
                "-",
                "",
                o.path("quantity").asInt(1),
                due,
                customerDue == null ? due : customerDue,
                o.path("priority").asInt(1),
                o.path("rush").asBoolean(),
                textOrNull(o, "repeatOf"),
                o.path("fsc").asBoolean(),
                OrderStatus.valueOf(o.path("status").asText("OPEN")),
                gates,
                operations);
    }

    private static Operation operation(JsonNode o) {
        JsonNode f = o.required("form");
        String[] sides = text(f, "sheet").split("x", -1);
        Form form = new Form(
                text(f, "material"),
                text(f, "paperFamily"),
                f.required("gsm").asInt(),
                new SheetSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1])),
                texts(f.path("frontInks")),
                texts(f.path("backInks")),
                Coating.valueOf(f.path("coating").asText("NONE")),
                QualityProfile.valueOf(f.path("quality").asText("HOUSE")),
                textOrNull(f, "plateSet"),
                textOrNull(f, "tool"));
        return new Operation(
                text(o, "id"),
                OperationKind.valueOf(text(o, "kind")),
                o.required("goodQuantity").asInt(),
                o.path("unit").asText(Operation.SHEET),
                o.path("inputs").asInt(1),
                o.path("outputs").asInt(1),
                texts(o.path("predecessors")),
                Duration.parse(o.path("minLag").asText("PT0S")),
                form);
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).asText();
    }

    private static @Nullable String textOrNull(JsonNode node, String name) {
        return node.hasNonNull(name) ? node.get(name).asText() : null;
    }

    private static Instant instant(JsonNode node, String name) {
        return Instant.parse(text(node, name));
    }

    private static @Nullable Instant instantOrNull(JsonNode node, String name) {
        return node.hasNonNull(name) ? instant(node, name) : null;
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.forEach(t -> texts.add(t.asText()));
        return texts;
    }
}
