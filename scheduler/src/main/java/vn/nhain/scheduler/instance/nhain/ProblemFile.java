package vn.nhain.scheduler.instance.nhain;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.Plant;
import vn.nhain.plant.file.PlantFile;
import vn.nhain.plant.file.PlantFileException;
import vn.nhain.plant.material.Stock;
import vn.nhain.plant.material.StockLot;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.order.Order;
import vn.nhain.plant.quality.QualityState;
import vn.nhain.scheduler.api.CostLine;
import vn.nhain.scheduler.api.CostWeights;
import vn.nhain.scheduler.api.PlannedOperation;
import vn.nhain.scheduler.api.Reason;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.api.ScheduleRequest.Actual;
import vn.nhain.scheduler.api.ScheduleRequest.Downtime;
import vn.nhain.scheduler.api.ScheduleRequest.Recalibration;

/** Reads problem files of format {@code nhain}. */
public final class ProblemFile {
    private final Path file;
    private final List<String> mistakes = new ArrayList<>();

    private ProblemFile(Path file) {
        this.file = file;
    }

    /**
     * Reads a problem. References between its parts are not checked here.
     *
     * @throws ProblemFileException when it is wrong, with every mistake
     * @throws IOException when it, or the plant file that it names, cannot be read at all
     */
    public static ScheduleRequest read(Path file) throws IOException, ProblemFileException {
        return new ProblemFile(file).read();
    }

    private ScheduleRequest read() throws IOException, ProblemFileException {
        Fields f = new Fields(YamlText.read(file), "", mistakes);
        Plant plant = plant(f.node("plant"));
        Instant origin = f.instant("origin");
        List<Order> orders = new ArrayList<>();
        f.list("orders").forEach(o -> OrderFields.add(orders, OrderFields.order(o)));
        List<StockLot> lots = new ArrayList<>();
        f.list("stock").forEach(l -> OrderFields.add(lots, lot(l)));
        List<Actual> actuals = new ArrayList<>();
        f.list("actuals").forEach(a -> OrderFields.add(actuals, actual(a)));
        List<Downtime> downtimes = new ArrayList<>();
        f.list("downtimes").forEach(d -> OrderFields.add(downtimes, downtime(d)));
        Map<String, QualityState> states = new HashMap<>();
        f.list("qualityStates").forEach(s -> {
            String machine = s.text("machine");
            QualityState state = s.word("state", QualityState.class);
            s.end();
            if (states.put(machine, state) != null) {
                mistakes.add("The quality state of machine (%s) stands twice. Keep one.".formatted(machine));
            }
        });
        List<PlannedOperation> inForce = new ArrayList<>();
        f.list("inForce").forEach(p -> OrderFields.add(inForce, planned(p)));
        Instant frozenUntil = f.instantOrNull("frozenUntil");
        CostWeights weights = weights(f.list("weights"));
        List<Recalibration> recalibrations = new ArrayList<>();
        f.list("recalibrations").forEach(r -> OrderFields.add(recalibrations, recalibration(r)));
        f.end();
        Stock stock = stock(lots);
        if (plant == null || !mistakes.isEmpty()) {
            throw new ProblemFileException(file, mistakes);
        }
        return new ScheduleRequest(
                plant,
                orders,
                stock,
                origin,
                actuals,
                inForce,
                frozenUntil == null ? origin : frozenUntil,
                downtimes,
                states,
                weights,
                recalibrations);
    }

    /** The plant: the name of a plant file, relative to this file, or a plant file's content. */
    private @Nullable Plant plant(JsonNode node) throws IOException {
        try {
            if (node.isTextual()) {
                Path plant = plantFile(node.textValue());
                if (!Files.isRegularFile(plant)) {
                    mistakes.add("The plant (%s) is not a file: there is no %s. Name one relative to this file."
                            .formatted(Fields.shown(node), plant));
                    return null;
                }
                return PlantFile.read(plant);
            }
            if (node.isObject()) {
                return PlantFile.read(new ByteArrayInputStream(YamlText.YAML.writeValueAsBytes(node)), "plant");
            }
        } catch (PlantFileException e) {
            mistakes.addAll(String.valueOf(e.getMessage()).lines().toList());
            return null;
        }
        if (!node.isMissingNode()) {
            mistakes.add("The plant (%s) must be the name of a plant file or a plant.".formatted(Fields.shown(node)));
        }
        return null;
    }

    private Stock stock(List<StockLot> lots) {
        try {
            return new Stock(lots);
        } catch (IllegalArgumentException e) {
            mistakes.add(String.valueOf(e.getMessage()));
            return new Stock(List.of());
        }
    }

    private Path plantFile(String name) {
        try {
            return file.resolveSibling(name);
        } catch (InvalidPathException e) {
            return Path.of("file of that name");
        }
    }

    private static @Nullable StockLot lot(Fields f) {
        String id = f.text("id");
        String material = f.text("material");
        int sheets = f.integer("sheets");
        Instant usableFrom = f.instant("usableFrom");
        boolean arrival = f.flag("arrival");
        boolean certified = f.flag("certified");
        Instant expires = f.instantOrNull("expires");
        return f.make(() -> new StockLot(id, material, sheets, usableFrom, arrival, certified, expires));
    }

    private static @Nullable Actual actual(Fields f) {
        String order = f.text("order");
        String operation = f.text("operation");
        String machine = f.text("machine");
        Instant start = f.instant("start");
        Instant end = f.instant("end");
        boolean done = f.flag("done");
        return f.make(() -> new Actual(order, operation, machine, start, end, done));
    }

    /** An operation of the plan in force: where and when; what else a plan says of it does not matter for the next one. */
    private static @Nullable PlannedOperation planned(Fields f) {
        String order = f.text("order");
        String operation = f.text("operation");
        String machine = f.text("machine");
        Instant start = f.instant("start");
        Instant end = f.instant("end");
        Reason because = new Reason("origin", "", "");
        return f.make(() -> new PlannedOperation(
                order, operation, OperationKind.PRINT, machine, start, start, end, 0, 0, 0, 0, 0, "", false, because));
    }

    private CostWeights weights(List<Fields> list) {
        CostWeights weights = CostWeights.EVEN;
        for (Fields f : list) {
            String line = f.text("line");
            double factor = f.decimal("factor");
            f.end();
            Optional<CostLine> known = Arrays.stream(CostLine.values())
                    .filter(l -> l.key().equals(line))
                    .findFirst();
            if (known.isEmpty() || !(factor >= 0 && factor <= 1000)) {
                mistakes.add("The weight (%s) of cost line (%s) must be between 0 and 1000, and the line one of %s."
                        .formatted(
                                factor,
                                line,
                                Arrays.stream(CostLine.values())
                                        .map(CostLine::key)
                                        .toList()));
            } else if (weights.byLine().containsKey(known.get())) {
                mistakes.add("The weight of cost line (%s) stands twice. Keep one.".formatted(line));
            } else {
                weights = weights.with(known.get(), factor);
            }
        }
        return weights;
    }

    private static @Nullable Recalibration recalibration(Fields f) {
        String machine = f.text("machine");
        Instant notBefore = f.instant("notBefore");
        Duration length = f.duration("length");
        QualityState after = f.word("after", QualityState.class);
        return f.make(() -> new Recalibration(machine, notBefore, length, after));
    }

    private static @Nullable Downtime downtime(Fields f) {
        String machine = f.text("machine");
        Instant from = f.instant("from");
        Instant until = f.instant("until");
        return f.make(() -> new Downtime(machine, from, until));
    }
}
