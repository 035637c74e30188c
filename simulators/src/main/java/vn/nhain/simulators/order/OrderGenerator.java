package vn.nhain.simulators.order;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.Plant;
import vn.nhain.plant.material.Material;
import vn.nhain.plant.order.Gate;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.Order;
import vn.nhain.plant.order.OrderStatus;

/**
 * Invents a backlog of orders with the mix, run lengths and troubles of a Vietnamese carton and commercial plant: rush
 * orders, repeats, paper that is missing, proofs that are not signed. The same seed, plant, start and count give the same
 * backlog.
 */
public final class OrderGenerator {
    private static final double RUSH = 0.10;
    private static final double REPEAT = 0.15;
    private static final double MISSING_PAPER = 0.05;
    private static final double WAITING_FOR_PROOF = 0.05;
    private static final double FSC = 0.15;
    /** Share of repeats whose first run is in the same backlog. */
    private static final double REPEAT_OF_BACKLOG = 0.3;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private final long seed;

    /** A generator for this seed. */
    public OrderGenerator(long seed) {
        this.seed = seed;
    }

    /**
     * A backlog.
     *
     * @param plant with the papers of the demonstration plant
     * @param start plant time at which it lies there; nothing is due before
     * @param count orders, at least 1
     */
    public Backlog generate(Plant plant, Instant start, int count) {
        Troubles troubles = Troubles.draw(seed, products(count));
        RunLengths runs = new RunLengths(troubles.products(), new Dice(seed, "quantities"));
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drafts.add(draft(plant, start, i, troubles, runs, drafts));
        }
        List<Order> orders = drafts.stream().map(Draft::order).toList();
        return new Backlog(orders, new StockPlanner(plant, start, new Dice(seed, "stock")).stockFor(orders));
    }

    /** An order, and the key from which its design comes. */
    private record Draft(Product product, Order order, String designKey, boolean special) {}

    private Draft draft(Plant plant, Instant start, int index, Troubles troubles, RunLengths runs, List<Draft> before) {
        Product product = troubles.products().get(index);
        String id = "DH%s%03d".formatted(DAY.format(start.atZone(plant.zone())), index + 1);
        Dice dice = new Dice(seed, id);
        boolean repeats = troubles.repeats().contains(index);
        Draft first = repeats ? firstRun(product, before, dice) : null;
        boolean special = troubles.missingPaper().contains(index);
        String designKey = first != null ? first.designKey() : repeats ? pastOrder(start, plant, dice) : id;
        int quantity = runs.next(product);
        Dice look = new Dice(seed, designKey);
        Design design =
                new Design(plant, look, quantity, designKey, special ? product.specialPaper : "", usualPapers(plant));
        List<Operation> operations = product.operations(design);
        boolean rush = troubles.rush().contains(index);
        Instant customerDue = new Deadlines(start, plant.zone()).customerDue(product, rush, dice);
        Readiness readiness = new Readiness(start);
        List<Gate> gates = repeats
                ? readiness.ofRepeat(operations)
                : readiness.ofNew(operations, troubles.waitingForProof().contains(index), dice);
        Order order = new Order(
                id,
                Customers.customer(product, look),
                product.title,
                Customers.title(product, look),
                quantity,
                customerDue.minus(Deadlines.BEFORE_CUSTOMER),
                customerDue,
                rush ? 3 : dice.oneOf(List.of(1, 1, 1, 1, 1, 1, 2, 2, 2, 3)),
                rush,
                repeats ? designKey : null,
                troubles.fsc().contains(index),
                OrderStatus.OPEN,
                gates,
                operations);
        return new Draft(product, order, designKey, special);
    }

    private static @Nullable Draft firstRun(Product product, List<Draft> before, Dice dice) {
        List<Draft> candidates = before.stream()
                .filter(d -> d.product() == product && !d.special() && d.order().repeatOf() == null)
                .toList();
        return dice.chance(REPEAT_OF_BACKLOG) && !candidates.isEmpty() ? dice.oneOf(candidates) : null;
    }

    private static String pastOrder(Instant start, Plant plant, Dice dice) {
        long daysAgo = Math.round(dice.between(12, 30));
        return "DH%s%03d"
                .formatted(DAY.format(start.atZone(plant.zone()).minusDays(daysAgo)), Math.round(dice.between(1, 240)));
    }

    private static List<String> usualPapers(Plant plant) {
        Set<String> special =
                Arrays.stream(Product.values()).map(p -> p.specialPaper).collect(Collectors.toSet());
        return plant.materials().stream()
                .map(Material::id)
                .filter(id -> !special.contains(id))
                .toList();
    }

    /** Products in their shares, shuffled. */
    private List<Product> products(int count) {
        List<Product> products = IntStream.range(0, count)
                .mapToObj(i -> productAt((i + 0.5) * 100 / count))
                .toList();
        return new Dice(seed, "products").shuffled(products);
    }

    private static Product productAt(double percent) {
        double below = 0;
        for (Product product : Product.values()) {
            below += product.percent;
            if (percent < below) {
                return product;
            }
        }
        return Product.STATIONERY;
    }

    /** Which orders have which trouble, by index; shares are exact but for rounding. */
    private record Troubles(
            List<Product> products,
            Set<Integer> rush,
            Set<Integer> repeats,
            Set<Integer> missingPaper,
            Set<Integer> waitingForProof,
            Set<Integer> fsc) {
        static Troubles draw(long seed, List<Product> products) {
            int count = products.size();
            List<Integer> all = IntStream.range(0, count).boxed().toList();
            List<Integer> shuffled = new Dice(seed, "troubles").shuffled(all);
            int repeats = share(count, REPEAT);
            int missing = share(count, MISSING_PAPER);
            int waiting = share(count, WAITING_FOR_PROOF);
            List<Integer> quick = new Dice(seed, "rush")
                    .shuffled(
                            all.stream().filter(i -> products.get(i).canRush()).toList());
            return new Troubles(
                    products,
                    Set.copyOf(quick.subList(0, Math.min(quick.size(), share(count, RUSH)))),
                    Set.copyOf(shuffled.subList(0, repeats)),
                    Set.copyOf(shuffled.subList(repeats, repeats + missing)),
                    Set.copyOf(shuffled.subList(repeats + missing, repeats + missing + waiting)),
                    Set.copyOf(new Dice(seed, "fsc").some(all, share(count, FSC))));
        }

        private static int share(int count, double share) {
            return (int) Math.round(count * share);
        }
    }
}
