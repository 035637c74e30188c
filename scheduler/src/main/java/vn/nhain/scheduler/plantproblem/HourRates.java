package vn.nhain.scheduler.plantproblem;

import vn.nhain.plant.Prices;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.machine.PowerProfile;
import vn.nhain.scheduler.api.CostLine;

/** What stretches of a machine's time cost: energy at the tariff of its hour, its emissions, night and overtime pay. */
final class HourRates {
    /** Minutes for which a machine stands ready after a job before its crew sends it to sleep. */
    static final int READY_MINUTES = 20;

    private final HourTables hours;
    private final Prices prices;

    HourRates(PlantProblem problem) {
        this.hours = problem.hourTables();
        this.prices = problem.plant().prices();
    }

    /** Minutes of setup or run, all within opening hours. */
    void working(Machine machine, double kw, int from, int to, Costs.Sink sink) {
        sink.add(CostLine.ENERGY, kw * hours.prices().vndPerKw(from, to));
        co2e(kw, from, to, sink);
        double crewVnd = machine.crew() * prices.wageVndPerHour();
        sink.add(
                CostLine.NIGHT_PAY,
                crewVnd * prices.nightPayShare() * hours.pay(machine).nightHours(from, to));
        sink.add(CostLine.OVERTIME_PAY, crewVnd * hours.pay(machine).overtimeHours(from, to));
    }

    /** Minutes of waiting between two jobs, all within opening hours. */
    void waiting(double kw, int from, int to, Costs.Sink sink) {
        sink.add(CostLine.IDLE_ENERGY, kw * hours.prices().vndPerKw(from, to));
        co2e(kw, from, to, sink);
    }

    private void co2e(double kw, int from, int to, Costs.Sink sink) {
        sink.add(CostLine.CO2E, kwh(kw, from, to) * prices.gridCo2eKgPerKwh() * prices.co2eVndPerKg());
    }

    /** Whether a minute costs what the one before costs. */
    boolean isAsBefore(Machine machine, int minute) {
        PremiumHours pay = hours.pay(machine);
        return close(hours.prices().vndPerKw(minute - 1, minute), hours.prices().vndPerKw(minute, minute + 1))
                && close(pay.nightHours(minute - 1, minute), pay.nightHours(minute, minute + 1))
                && close(pay.overtimeHours(minute - 1, minute), pay.overtimeHours(minute, minute + 1));
    }

    /** Prices are differences of sums: the same price differs in its last digits. */
    private static boolean close(double a, double b) {
        return Math.abs(a - b) <= 1e-6;
    }

    /** Energy, kWh. */
    static double kwh(double kw, int from, int to) {
        return kw * (to - from) / 60;
    }

    /** Energy in peak hours, kWh. */
    double peakKwh(double kw, int from, int to) {
        return kw * hours.prices().peakMinutes(from, to) / 60;
    }

    /** Told of each stretch in which a machine draws the same power. */
    @FunctionalInterface
    interface Stretches {
        void add(double kw, int from, int to, boolean working);
    }

    /** The stretches of a placement: the wait since the job before it, its setup, and its run in opening hours. */
    static void of(PlantMachine on, Placement placement, Stretches stretches) {
        PowerProfile power = on.machine().power();
        Placement before = placement.before();
        int free = before == null ? on.busyUntil() : before.end();
        if (free >= 0 && free < placement.setupStart()) {
            int sleep = Math.min(placement.setupStart(), free + READY_MINUTES);
            on.windows().between(free, sleep, (from, to) -> stretches.add(power.idle(), from, to, false));
            on.windows()
                    .between(
                            sleep,
                            placement.setupStart(),
                            (from, to) -> stretches.add(power.standby(), from, to, false));
        }
        if (placement.setupStart() < placement.start()) {
            stretches.add(power.setup(), placement.setupStart(), placement.start(), true);
        }
        on.windows()
                .between(
                        placement.start(),
                        placement.end(),
                        (from, to) -> stretches.add(power.running(), from, to, true));
    }
}
