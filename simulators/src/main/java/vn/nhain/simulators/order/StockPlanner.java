package vn.nhain.simulators.order;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.nhain.plant.Plant;
import vn.nhain.plant.QuantityChain;
import vn.nhain.plant.material.Stock;
import vn.nhain.plant.material.StockLot;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.order.Order;

/**
 * Buys paper for a backlog as a store does: what is due soon lies there, the rest comes over the next days and must settle
 * for a day. Papers that are bought for one job come late or not at all.
 */
final class StockPlanner {
    private static final int REAM = 500;
    /** Beyond the allowance: makereadies of older presses take more. */
    private static final double SPARE = 1.12;
    /** Orders due within so many days have their paper in the store. */
    private static final int DAYS_ON_HAND = 5;
    /** Sheets settle to the air of the press room before they are printed. */
    private static final Duration ACCLIMATISATION = Duration.ofHours(24);

    private static final LocalTime DELIVERED = LocalTime.of(9, 0);
    /** Share of special papers of which nothing is on its way. */
    private static final double NONE_ORDERED = 1.0 / 3;
    /** Share of usual papers with a small rest that must be used up soon. */
    private static final double OLD_REST = 0.15;

    private final Plant plant;
    private final Instant start;
    private final Dice dice;
    private final List<StockLot> lots = new ArrayList<>();

    StockPlanner(Plant plant, Instant start, Dice dice) {
        this.plant = plant;
        this.start = start;
        this.dice = dice;
    }

    /** A kind of paper in the store: certified lots are kept apart. */
    private record Pile(String materialId, boolean certified) {}

    /** Sheets that one order takes of a pile. */
    private record Need(Instant due, int sheets) {}

    Stock stockFor(List<Order> orders) {
        Map<Pile, List<Need>> needs =
                new TreeMap<>(Comparator.comparing(Pile::materialId).thenComparing(Pile::certified));
        for (Order order : orders) {
            Map<String, QuantityChain.Quantities> chain = QuantityChain.of(order, plant);
            for (Operation operation : order.operations()) {
                if (operation.kind() == OperationKind.PRINT) {
                    int sheets = requireNonNull(chain.get(operation.id())).unitsIn();
                    needs.computeIfAbsent(new Pile(operation.form().materialId(), order.fsc()), p -> new ArrayList<>())
                            .add(new Need(order.due(), sheets));
                }
            }
        }
        Set<String> special =
                Arrays.stream(Product.values()).map(p -> p.specialPaper).collect(Collectors.toSet());
        needs.forEach((pile, wanted) -> {
            if (special.contains(pile.materialId())) {
                buySpecial(pile, total(wanted));
            } else {
                buy(pile, wanted);
            }
        });
        return new Stock(lots);
    }

    private void buy(Pile pile, List<Need> needs) {
        Instant soon = start.plus(Duration.ofDays(DAYS_ON_HAND));
        int now = total(needs.stream().filter(n -> n.due().isBefore(soon)).toList());
        int later = total(needs) - now;
        add(pile, now + later / 5, -Math.round(dice.between(2, 20)), false);
        add(pile, later / 2, Math.round(dice.between(0, 1)), true);
        add(pile, later - later / 2 - later / 5, Math.round(dice.between(1, 3)), true);
        if (dice.chance(OLD_REST)) {
            Instant expires = start.plus(Duration.ofDays(Math.round(dice.between(3, 6))));
            lots.add(new StockLot(
                    lotId(pile),
                    pile.materialId(),
                    REAM * 2,
                    start.minus(Duration.ofDays(90)),
                    false,
                    pile.certified(),
                    expires));
        }
    }

    private void buySpecial(Pile pile, int sheets) {
        if (!dice.chance(NONE_ORDERED)) {
            add(pile, sheets, Math.round(dice.between(3, 6)), true);
        }
    }

    /** A lot that came or will come so many days from the start; nothing when it would be empty. */
    private void add(Pile pile, int sheets, long days, boolean arrival) {
        int reams = (int) Math.ceil(sheets * SPARE / REAM);
        if (reams > 0) {
            Instant comes = start.atZone(plant.zone())
                    .plusDays(days)
                    .with(DELIVERED)
                    .toInstant()
                    .plus(arrival && days == 0 ? Duration.ofHours(5) : Duration.ZERO);
            lots.add(new StockLot(
                    lotId(pile),
                    pile.materialId(),
                    reams * REAM,
                    comes.plus(ACCLIMATISATION),
                    arrival,
                    pile.certified(),
                    null));
        }
    }

    private String lotId(Pile pile) {
        return "LO%03d-%s%s".formatted(lots.size() + 1, pile.materialId(), pile.certified() ? "-FSC" : "");
    }

    private static int total(List<Need> needs) {
        return needs.stream().mapToInt(Need::sheets).sum();
    }
}
