package vn.nhain.scheduler.plantproblem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.machine.PowerProfile;
import vn.nhain.scheduler.api.CostLine;
import vn.nhain.scheduler.api.CostWeights;
import vn.nhain.scheduler.kernel.problem.MachineCosts;
import vn.nhain.scheduler.kernel.problem.MachineCosts.Stretch;

/** A machine's costs by the hour as the engine takes them: stretches of constant price, weighted. */
final class MachineHours {
    private final PlantProblem plant;
    private final CostWeights weights;
    private final HourRates rates;

    MachineHours(PlantProblem plant, CostWeights weights) {
        this.plant = plant;
        this.weights = weights;
        this.rates = new HourRates(plant);
    }

    /**
     * The costs of a machine.
     *
     * @param busyUntil minute at which its last fixed work ends; negative for none
     */
    MachineCosts of(PlantMachine on, int busyUntil) {
        boolean[] open = new boolean[plant.horizon()];
        on.windows().between(0, plant.horizon(), (from, to) -> Arrays.fill(open, from, to, true));
        List<Stretch> stretches = new ArrayList<>();
        for (int minute = 0; minute < plant.horizon(); minute++) {
            boolean asBefore = minute > 0
                    && open[minute] == open[minute - 1]
                    && (!open[minute] || rates.isAsBefore(on.machine(), minute));
            if (!asBefore) {
                stretches.add(at(on.machine(), minute, open[minute]));
            }
        }
        return new MachineCosts(stretches, HourRates.READY_MINUTES, busyUntil);
    }

    private Stretch at(Machine machine, int minute, boolean open) {
        if (!open) {
            return new Stretch(minute, 0, 0, 0, 0);
        }
        PowerProfile power = machine.power();
        return new Stretch(
                minute,
                working(machine, power.setup(), minute),
                working(machine, power.running(), minute),
                waiting(power.idle(), minute),
                waiting(power.standby(), minute));
    }

    private double working(Machine machine, double kw, int minute) {
        Sum sum = new Sum();
        rates.working(machine, kw, minute, minute + 1, sum);
        return sum.cost;
    }

    private double waiting(double kw, int minute) {
        Sum sum = new Sum();
        rates.waiting(kw, minute, minute + 1, sum);
        return sum.cost;
    }

    private final class Sum implements Costs.Sink {
        private double cost;

        @Override
        public void add(CostLine line, double vnd) {
            cost += weights.of(line) * vnd * KernelProblem.PER_VND;
        }
    }
}
