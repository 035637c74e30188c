package vn.nhain.scheduler.plantproblem;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.nhain.plant.order.Order;
import vn.nhain.scheduler.api.CostLine;
import vn.nhain.scheduler.api.Figures;
import vn.nhain.scheduler.api.PlannedOperation;
import vn.nhain.scheduler.api.Schedule.OrderOutcome;

/**
 * Adds up what a plan costs. Work that has started before is not in it, its lateness apart: no plan can change its cost.
 */
final class FiguresWriter {
    private static final int MOVED_ALL_THE_WAY = 60;

    private final PlantProblem problem;
    private final Costs costs;
    private final HourRates hours;
    private final Map<CostLine, Double> vnd = new EnumMap<>(CostLine.class);
    private double kwh;
    private double peakKwh;
    private double co2eKg;
    private double setupMinutes;
    private long makereadySheets;

    FiguresWriter(PlantProblem problem, List<Placement> placements) {
        this.problem = problem;
        this.costs = new Costs(problem);
        this.hours = new HourRates(problem);
        for (CostLine line : CostLine.values()) {
            vnd.put(line, 0.0);
        }
        placements.forEach(this::add);
    }

    /**
     * The figures.
     *
     * @param outcomes of orders that are planned as a whole
     * @param ends when the planned part of each order ends
     */
    Figures figures(List<OrderOutcome> outcomes, Map<Order, Instant> ends) {
        ends.forEach(this::lateness);
        Map<String, Double> lines = new LinkedHashMap<>();
        vnd.forEach((line, value) -> lines.put(line.key(), value));
        int lateOrders =
                (int) outcomes.stream().filter(o -> o.lateMinutes() > 0).count();
        double lateHours =
                outcomes.stream().mapToLong(OrderOutcome::lateMinutes).sum() / 60.0;
        double total = vnd.values().stream().mapToDouble(Double::doubleValue).sum();
        return new Figures(
                lateOrders, lateHours, setupMinutes / 60, makereadySheets, total, kwh, peakKwh, co2eKg, lines);
    }

    /** Of an order that is barred in part, the part that is planned is late at least. */
    private void lateness(Order order, Instant end) {
        double late = ScheduleWriter.minutesAfter(order.due(), end) / 60.0;
        double broken = ScheduleWriter.minutesAfter(order.customerDue(), end) / 60.0;
        add(CostLine.LATENESS, late * costs.lateHour(order));
        add(CostLine.CUSTOMER_LATENESS, broken * costs.customerLateHour(order));
    }

    private void add(Placement placement) {
        PlantMachine on = problem.machines().get(placement.machine());
        Task task = placement.task();
        Change change = placement.change();
        Change turn = on.changeOver().turn(task.form());
        costs.setup(on, task, change, this::add);
        costs.run(on, task, this::add);
        add(CostLine.QUALITY_RISK, placement.start() < Costs.riskUntil(on) ? costs.risk(on, task) : 0);
        setupMinutes += change.minutes();
        makereadySheets += task.takesSheets() ? change.sheets() + turn.sheets() : 0;
        co2eKg += costs.paperAndInk_kg(task) + costs.plates_kg(task, change.plates() + turn.plates());
        HourRates.of(on, placement, (kw, from, to, working) -> stretch(on, kw, from, to, working));
        nervousness(placement);
    }

    private void stretch(PlantMachine on, double kw, int from, int to, boolean working) {
        kwh += HourRates.kwh(kw, from, to);
        peakKwh += hours.peakKwh(kw, from, to);
        co2eKg += HourRates.kwh(kw, from, to) * problem.plant().prices().gridCo2eKgPerKwh();
        if (working) {
            hours.working(on.machine(), kw, from, to, this::add);
        } else {
            hours.waiting(kw, from, to, this::add);
        }
    }

    /** A task costs more the further it has moved, up to an hour; on another machine it has moved all the way. */
    private void nervousness(Placement placement) {
        double most = costs.move(placement.task());
        if (most > 0) {
            PlannedOperation kept = costs.kept(placement.task());
            String machine =
                    problem.machines().get(placement.machine()).machine().id();
            int moved = kept.machineId().equals(machine)
                    ? Math.min(
                            MOVED_ALL_THE_WAY,
                            Math.abs(placement.start() - problem.time().from(kept.start())))
                    : MOVED_ALL_THE_WAY;
            add(CostLine.NERVOUSNESS, most * moved / MOVED_ALL_THE_WAY);
        }
    }

    private void add(CostLine line, double value) {
        vnd.merge(line, value, Double::sum);
    }
}
