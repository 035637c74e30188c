package vn.nhain.scheduler.configure;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import vn.nhain.plant.Plant;
import vn.nhain.plant.file.PlantFile;
import vn.nhain.plant.file.PlantFileException;
import vn.nhain.plant.material.SheetSize;
import vn.nhain.plant.material.Stock;
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
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.api.ScheduleRequest.Actual;
import vn.nhain.scheduler.api.ScheduleRequest.Downtime;

/** A seeded request on the small plant: cartons with shared dies and kept plates, books, late and certified paper, gates. */
public final class RandomPlantProblem {
    public static final Instant ORIGIN = Instant.parse("2026-11-24T01:00:00Z");
    private static final List<QualityProfile> QUALITIES =
            List.of(QualityProfile.HOUSE, QualityProfile.ISO_12647_2, QualityProfile.G7);
    private static final List<String> SPOTS = List.of("P185", "P286", "P021");

    private final Random random;

    private RandomPlantProblem(long seed) {
        random = new Random(seed);
    }

    /** From seed 100 on with maximum lags and transfer batches. */
    public static ScheduleRequest of(long seed) throws IOException, PlantFileException {
        ScheduleRequest request = of(seed, 8);
        return seed < 100 ? request : lagging(request, new Random(seed));
    }

    /** Eight orders have about 20 operations; the stock grows with the orders, so that as much of them can be printed. */
    static ScheduleRequest of(long seed, int orders) throws IOException, PlantFileException {
        return new RandomPlantProblem(seed).request(orders);
    }

    private static ScheduleRequest lagging(ScheduleRequest request, Random random) {
        return request.withOrders(request.orders().stream()
                .map(order -> order.withOperations(
                        order.operations().stream().map(o -> lagging(o, random)).toList()))
                .toList());
    }

    private static Operation lagging(Operation operation, Random random) {
        Duration most = operation.minLag().plus(Duration.ofMinutes(random.nextInt(1200)));
        int batch = 1 + operation.goodQuantity() / (2 + random.nextInt(8));
        return operation.withMaxLag(random.nextInt(3) > 0 ? most : null).withTransferBatch(random.nextInt(2) * batch);
    }

    static Plant plant() throws IOException, PlantFileException {
        try (InputStream yaml = plantFile()) {
            return PlantFile.read(yaml, "small-plant.yaml");
        }
    }

    static InputStream plantFile() {
        return Objects.requireNonNull(RandomPlantProblem.class.getResourceAsStream("small-plant.yaml"));
    }

    private ScheduleRequest request(int count) throws IOException, PlantFileException {
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            orders.add(i % 4 == 3 ? book("B" + i) : carton("C" + i));
        }
        List<StockLot> lots = List.of(
                new StockLot("I1", "IVORY-300", 6000 * (count / 8), ORIGIN.minusSeconds(9999), false, false, null),
                new StockLot(
                        "I2", "IVORY-300", 9000 * (count / 8), ORIGIN.plus(Duration.ofHours(20)), true, false, null),
                new StockLot("I3", "IVORY-300", 4000 * (count / 8), ORIGIN.plus(Duration.ofHours(3)), true, true, null),
                new StockLot("F1", "FORD-80", 60_000 * (count / 8), ORIGIN.minusSeconds(9999), false, true, null));
        Actual running = new Actual(
                "B3", "P1", "PF1", ORIGIN.minus(Duration.ofMinutes(30)), ORIGIN.plus(Duration.ofMinutes(40)), false);
        Downtime down = new Downtime(
                "OF1", ORIGIN.plus(Duration.ofHours(2)), ORIGIN.plus(Duration.ofMinutes(200 + random.nextInt(200))));
        QualityState state = random.nextBoolean() ? QualityState.YELLOW : QualityState.GREEN;
        ScheduleRequest request = new ScheduleRequest(
                plant(),
                orders,
                new Stock(lots),
                ORIGIN,
                List.of(running),
                List.of(),
                ORIGIN,
                List.of(down),
                Map.of("OF1", state));
        return request.withRecalibrations(recalibrations(state));
    }

    /** In one of three problems the press is recalibrated in the afternoon. */
    private List<ScheduleRequest.Recalibration> recalibrations(QualityState state) {
        return state == QualityState.YELLOW && random.nextInt(3) > 0
                ? List.of(new ScheduleRequest.Recalibration(
                        "OF1", ORIGIN.plus(Duration.ofHours(4)), Duration.ofMinutes(35), QualityState.GREEN))
                : List.of();
    }

    private Order carton(String id) {
        int sheets = 500 + random.nextInt(3000);
        List<String> inks = new ArrayList<>(List.of("K", "C", "M", "Y"));
        if (random.nextBoolean()) {
            inks.add(SPOTS.get(random.nextInt(3)));
        }
        Coating coating = random.nextBoolean() ? Coating.AQUEOUS : Coating.NONE;
        QualityProfile quality = QUALITIES.get(random.nextInt(3));
        String plates = random.nextInt(3) == 0 ? "KEPT" : "PL-" + id;
        String die = "DIE-" + random.nextInt(3);
        Operation print = new Operation(
                "P1",
                OperationKind.PRINT,
                sheets,
                Operation.SHEET,
                1,
                1,
                List.of(),
                Duration.ofHours(random.nextInt(4)),
                form("IVORY-300", "ivory", 300, "1020x720", inks, List.of(), coating, quality, plates, null));
        Operation cut = new Operation(
                "DIE",
                OperationKind.DIE_CUT,
                sheets * 4,
                Operation.PIECE,
                1,
                4,
                List.of("P1"),
                Duration.ZERO,
                form("IVORY-300", "ivory", 300, "1020x720", List.of(), List.of(), Coating.NONE, quality, null, die));
        boolean waits = random.nextInt(4) == 0;
        Gate gate = new Gate(Gate.Kind.PROOF, !waits, ORIGIN.plus(Duration.ofHours(5)));
        return order(id, random.nextInt(4) == 0, List.of(gate), List.of(print, cut));
    }

    private Order book(String id) {
        int copies = 400 + random.nextInt(1000);
        List<Operation> operations = new ArrayList<>();
        for (int form = 1; form <= 2; form++) {
            List<String> inks = List.of("K", "C", "M", "Y").subList(0, form == 1 ? 4 : 1);
            Form print = form(
                    "FORD-80",
                    "ford",
                    80,
                    "860x650",
                    inks,
                    inks,
                    Coating.NONE,
                    QualityProfile.HOUSE,
                    id + "-" + form,
                    null);
            operations.add(new Operation(
                    "P" + form,
                    OperationKind.PRINT,
                    copies,
                    Operation.SHEET,
                    1,
                    1,
                    List.of(),
                    Duration.ofHours(2),
                    print));
        }
        Form plain = form(
                "FORD-80", "ford", 80, "860x650", List.of(), List.of(), Coating.NONE, QualityProfile.HOUSE, null, null);
        operations.add(new Operation(
                "FOLD",
                OperationKind.FOLD,
                2 * copies,
                Operation.PIECE,
                1,
                1,
                List.of("P1", "P2"),
                Duration.ZERO,
                plain));
        operations.add(new Operation(
                "BIND", OperationKind.BIND, copies, Operation.PIECE, 2, 1, List.of("FOLD"), Duration.ZERO, plain));
        return order(id, false, List.of(), operations);
    }

    private Order order(String id, boolean fsc, List<Gate> gates, List<Operation> operations) {
        Instant due = ORIGIN.plus(Duration.ofHours(6L + random.nextInt(40)));
        return new Order(
                id,
                "customer",
                "product",
                "",
                100,
                due,
                due.plus(Duration.ofHours(random.nextInt(10))),
                1 + random.nextInt(3),
                random.nextInt(5) == 0,
                null,
                fsc,
                OrderStatus.OPEN,
                gates,
                operations);
    }

    private static Form form(
            String material,
            String family,
            int gsm,
            String sheet,
            List<String> front,
            List<String> back,
            Coating coating,
            QualityProfile quality,
            String plates,
            String tool) {
        String[] sides = sheet.split("x", -1);
        SheetSize size = new SheetSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        return new Form(material, family, gsm, size, front, back, coating, quality, plates, tool);
    }
}
