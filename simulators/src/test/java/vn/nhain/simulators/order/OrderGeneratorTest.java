package vn.nhain.simulators.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhain.plant.Plant;
import vn.nhain.plant.QuantityChain;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.material.StockLot;
import vn.nhain.plant.order.Gate;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.order.Order;

class OrderGeneratorTest {
    /** Tuesday, 08:00 in the plant. */
    private static final Instant START = Instant.parse("2026-11-24T01:00:00Z");

    private static final int COUNT = 240;
    private static final Plant PLANT = DemoPlant.load();
    private static final Backlog BACKLOG = new OrderGenerator(20_261_124).generate(PLANT, START, COUNT);

    @Test
    void theSameSeedGivesTheSameBacklog() {
        assertEquals(BACKLOG, new OrderGenerator(20_261_124).generate(PLANT, START, COUNT));
        assertNotEquals(BACKLOG, new OrderGenerator(1).generate(PLANT, START, COUNT));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20_261_124})
    void everyOperationHasAMachineThatCanDoIt(long seed) {
        for (Order order :
                new OrderGenerator(seed).generate(PLANT, START, COUNT).orders()) {
            for (Operation operation : order.operations()) {
                assertTrue(
                        PLANT.machines().stream()
                                .anyMatch(m -> m.findObstacle(operation).isEmpty()),
                        () -> "seed %d: no machine for %s of %s: %s"
                                .formatted(seed, operation.id(), order.id(), operation));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20_261_124})
    void thereAreTenToThirteenHundredOperations(long seed) {
        int operations = new OrderGenerator(seed)
                .generate(PLANT, START, COUNT).orders().stream()
                        .mapToInt(o -> o.operations().size())
                        .sum();
        assertTrue(operations >= 1000 && operations <= 1300, () -> "seed " + seed + ": " + operations);
    }

    /** The mix of a Vietnamese carton and commercial plant; shares are exact but for rounding. */
    @Test
    void productsHaveTheirShares() {
        Map<String, Long> byProduct =
                BACKLOG.orders().stream().collect(Collectors.groupingBy(Order::product, Collectors.counting()));
        for (Product product : Product.values()) {
            double expected = COUNT * product.percent / 100.0;
            assertEquals(expected, byProduct.getOrDefault(product.title, 0L), 1, product.title);
        }
    }

    @Test
    void quantitiesFollowTheirProduct() {
        for (Product product : List.of(Product.CARTON, Product.FLYER, Product.BOOK, Product.LABEL)) {
            List<Integer> sorted = BACKLOG.orders().stream()
                    .filter(o -> o.product().equals(product.title))
                    .map(Order::quantity)
                    .sorted()
                    .toList();
            double median = sorted.get(sorted.size() / 2);
            assertEquals(product.medianQuantity, median, 0.12 * product.medianQuantity, product.title);
            assertTrue(sorted.get(sorted.size() - 1) > 2.5 * median, product.title);
        }
    }

    @Test
    void troublesHaveTheirShares() {
        List<Order> orders = BACKLOG.orders();
        assertEquals(24, orders.stream().filter(Order::rush).count());
        assertEquals(36, orders.stream().filter(o -> o.repeatOf() != null).count());
        assertEquals(36, orders.stream().filter(Order::fsc).count());
        List<Gate> unsigned = orders.stream()
                .flatMap(o -> o.gates().stream())
                .filter(g -> g.kind() == Gate.Kind.PROOF && !g.cleared())
                .toList();
        assertEquals(12, unsigned.size());
        long unknown = unsigned.stream().filter(g -> g.expected() == null).count();
        assertTrue(unknown >= 1 && unknown <= 7, () -> "unknown " + unknown);
    }

    /** Plates and dies of a repeat are kept, so that it waits for nothing and may follow its first run without new plates. */
    @Test
    void repeatsRunOnThePlatesOfTheirFirstRun() {
        Map<String, Order> byId = BACKLOG.orders().stream().collect(Collectors.toMap(Order::id, o -> o));
        int inBacklog = 0;
        for (Order repeat : BACKLOG.orders()) {
            if (repeat.repeatOf() == null) {
                continue;
            }
            assertTrue(repeat.gates().stream().allMatch(Gate::cleared), repeat.id());
            Order first = byId.get(repeat.repeatOf());
            if (first != null) {
                inBacklog++;
                assertEquals(forms(first), forms(repeat));
                assertEquals(first.customer(), repeat.customer());
            }
        }
        assertTrue(inBacklog >= 1, "no repeat of an order of the backlog");
    }

    @Test
    void rushOrdersAreDueWithinThreeDaysAndMostImportant() {
        BACKLOG.orders().stream().filter(Order::rush).forEach(o -> {
            assertEquals(3, o.priority());
            assertTrue(o.customerDue().isBefore(START.plus(Duration.ofDays(3).plusHours(12))), o.id());
        });
    }

    /** Twelve orders are printed on paper that is bought for the job: it comes late or not at all. */
    @Test
    void missingPaperIsNotInTheStore() {
        List<String> special =
                Arrays.stream(Product.values()).map(p -> p.specialPaper).toList();
        List<Order> missing = BACKLOG.orders().stream()
                .filter(o -> special.contains(o.operations().get(0).form().materialId()))
                .toList();
        assertEquals(12, missing.size());
        for (StockLot lot : BACKLOG.stock().lots()) {
            if (special.contains(lot.materialId())) {
                assertTrue(lot.arrival() && lot.usableFrom().isAfter(START.plus(Duration.ofDays(3))), lot.id());
            }
        }
        long barred = missing.stream()
                .filter(o -> BACKLOG.stock().lots().stream()
                        .noneMatch(l -> l.materialId()
                                        .equals(o.operations().get(0).form().materialId())
                                && l.certified() == o.fsc()))
                .count();
        assertTrue(barred >= 1 && barred < 12, () -> "barred " + barred);
    }

    /** Usual papers are bought for all orders, certified ones apart. */
    @Test
    void usualPapersAreEnoughInTheEnd() {
        Map<String, Integer> needed = new HashMap<>();
        for (Order order : BACKLOG.orders()) {
            Map<String, QuantityChain.Quantities> chain = QuantityChain.of(order, PLANT);
            order.operations().stream()
                    .filter(o -> o.kind() == OperationKind.PRINT)
                    .forEach(o -> needed.merge(
                            o.form().materialId() + order.fsc(),
                            chain.get(o.id()).unitsIn(),
                            Integer::sum));
        }
        Map<String, Long> bought = BACKLOG.stock().lots().stream()
                .filter(l -> l.expires() == null)
                .collect(Collectors.groupingBy(
                        l -> l.materialId() + l.certified(), Collectors.summingLong(StockLot::sheets)));
        List<String> special =
                Arrays.stream(Product.values()).map(p -> p.specialPaper).toList();
        needed.forEach((pile, sheets) -> assertTrue(
                special.stream().anyMatch(pile::startsWith) || bought.getOrDefault(pile, 0L) >= sheets,
                () -> pile + " needs " + sheets + ", has " + bought.get(pile)));
        assertTrue(BACKLOG.stock().lots().stream().anyMatch(StockLot::arrival));
    }

    /**
     * Planning must matter: presses nearly full for ten days before ink changes are counted, some orders late when only due
     * dates count, not most.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 5, 20_261_124})
    void thePlantIsWellLoadedForTenDays(long seed) {
        List<Order> orders =
                new OrderGenerator(seed).generate(PLANT, START, COUNT).orders();
        DueDateDispatch dispatch = new DueDateDispatch(PLANT, START);
        dispatch.run(orders);
        double busy = 0;
        double open = 0;
        for (Machine machine : PLANT.machines()) {
            if (machine.isPress()) {
                busy += dispatch.busyMinutes().getOrDefault(machine.id(), 0.0) / 60;
                open += openHours(machine);
            }
        }
        double load = busy / open;
        assertTrue(load > 0.70 && load < 0.95, () -> "seed %d: presses loaded %.2f".formatted(seed, load));
        long late = dispatch.late(orders);
        assertTrue(late >= 5 && late <= 50, () -> "seed %d: late %d".formatted(seed, late));
    }

    private static List<String> forms(Order order) {
        return order.operations().stream().map(o -> o.kind() + " " + o.form()).toList();
    }

    private static double openHours(Machine machine) {
        return PLANT
                .findCalendar(machine.calendarId())
                .orElseThrow()
                .openBetween(START, START.plus(Duration.ofDays(10)), PLANT.zone())
                .stream()
                .mapToDouble(w -> Duration.between(w.from(), w.to()).toMinutes() / 60.0)
                .sum();
    }
}
