package vn.nhain.simulators.press;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.reading.Metrics;

/**
 * Ink density, colour difference and register of a press. A makeready starts far off and is brought in by adjusting; in the
 * run values wander about their aim; a drift adds to every ink until it is taken away.
 */
final class Colour {
    /** Seconds between two measurements. */
    static final int STEP_SECONDS = 10;

    private static final Map<String, Double> DENSITY_AIM = Map.of("C", 1.45, "M", 1.40, "Y", 1.05, "K", 1.75);
    private static final double SPOT_DENSITY = 1.30;
    private static final double OFF_AT_START = 6;
    private static final double REGISTER_OFF_AT_START = 0.3;
    private static final double DELTA_E_PER_DENSITY = 9;
    private static final double DENSITY_SIGMA = 0.025;
    private static final double REGISTER_SIGMA = 0.018;

    private final Chance chance;
    private final Map<String, Wander> densities = new LinkedHashMap<>();
    private final Wander registerX;
    private final Wander registerY;
    private List<String> labels;
    private double drifted;
    private double driftPerHour;
    private double off;

    Colour(Machine machine, Chance chance, ColourMemory memory) {
        this.chance = chance;
        this.labels = memory.labels();
        this.drifted = memory.drifted();
        this.driftPerHour = memory.driftPerHour();
        this.off = memory.off();
        for (String label : InkLabels.allOf(machine)) {
            double value = memory.deviations().getOrDefault(Metrics.DENSITY + label, 0.0);
            densities.put(label, new Wander(value, DENSITY_SIGMA, 900, STEP_SECONDS));
        }
        registerX = new Wander(
                memory.deviations().getOrDefault(Metrics.REGISTER_X, 0.0), REGISTER_SIGMA, 600, STEP_SECONDS);
        registerY = new Wander(
                memory.deviations().getOrDefault(Metrics.REGISTER_Y, 0.0), REGISTER_SIGMA, 600, STEP_SECONDS);
    }

    void load(List<String> newLabels) {
        labels = newLabels;
        off = 1;
    }

    /** Colour drifts by so much ΔE00 an hour of running from now on; 0 takes away what has drifted. */
    void driftPerHour(double deltaE) {
        driftPerHour = deltaE;
        if (deltaE == 0) {
            drifted = 0;
        }
    }

    /**
     * One measurement.
     *
     * @param adjusted how far the makeready has come, 0 to 1
     */
    void advance(long step, double adjusted, boolean producing) {
        off = Math.exp(-4.5 * adjusted);
        if (producing) {
            drifted += driftPerHour * STEP_SECONDS / 3600;
        }
        densities.forEach((label, wander) -> wander.advance(chance.gaussian(step, label)));
        registerX.advance(chance.gaussian(step, Metrics.REGISTER_X));
        registerY.advance(chance.gaussian(step, Metrics.REGISTER_Y));
    }

    void read(long step, double blanketWear, Map<String, Object> values) {
        long measurement = step - step % STEP_SECONDS;
        for (String label : labels) {
            Wander wander = densities.get(label);
            if (wander != null) {
                double aim = DENSITY_AIM.getOrDefault(label, SPOT_DENSITY);
                double density = aim + wander.value() - 0.25 * off - 0.02 * drifted;
                values.put(Metrics.DENSITY + label, Rounding.to(density, 2));
                double noise = 0.12 * chance.gaussian(measurement, "deltaE." + label);
                double deltaE = 0.8
                        + 0.5 * blanketWear
                        + DELTA_E_PER_DENSITY * Math.abs(wander.value())
                        + OFF_AT_START * off
                        + drifted
                        + noise;
                values.put(Metrics.DELTA_E + label, Rounding.to(Math.max(0.1, deltaE), 2));
            }
        }
        values.put(Metrics.REGISTER_X, Rounding.to(registerX.value() + REGISTER_OFF_AT_START * off, 3));
        values.put(Metrics.REGISTER_Y, Rounding.to(registerY.value() - REGISTER_OFF_AT_START * off, 3));
    }

    ColourMemory memory() {
        Map<String, Double> deviations = new LinkedHashMap<>();
        densities.forEach((label, wander) -> deviations.put(Metrics.DENSITY + label, wander.value()));
        deviations.put(Metrics.REGISTER_X, registerX.value());
        deviations.put(Metrics.REGISTER_Y, registerY.value());
        return new ColourMemory(labels, deviations, drifted, driftPerHour, off);
    }
}
