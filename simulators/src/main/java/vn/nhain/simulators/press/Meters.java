package vn.nhain.simulators.press;

import java.util.Map;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.reading.Metrics;

/** Counters of a machine: sheets, energy, impressions since its wear parts were changed. */
final class Meters {
    private static final long BLANKET_LIFE = 1_500_000;
    private static final long ROLLER_LIFE = 20_000_000;
    private static final long BLADE_LIFE = 60_000;

    private final Machine machine;
    private long good;
    private long waste;
    private double energyKwh;
    private long blanket;
    private long roller;
    private long blade;

    Meters(Machine machine, MeterMemory memory) {
        this.machine = machine;
        this.good = memory.good();
        this.waste = memory.waste();
        this.energyKwh = memory.energyKwh();
        this.blanket = memory.blanket();
        this.roller = memory.roller();
        this.blade = memory.blade();
    }

    void count(Output output) {
        good += output.good();
        waste += output.waste();
        blanket += output.sheets();
        roller += output.sheets();
        blade += output.sheets();
    }

    void consume(double kw) {
        energyKwh += kw / 3600;
    }

    /** Worn parts are changed while a job is prepared. */
    void changeWornParts() {
        blanket = blanket > BLANKET_LIFE ? 0 : blanket;
        roller = roller > ROLLER_LIFE ? 0 : roller;
        blade = blade > BLADE_LIFE ? 0 : blade;
    }

    double blanketWear() {
        return (double) blanket / BLANKET_LIFE;
    }

    void readCounts(Map<String, Object> values) {
        values.put(Metrics.COUNT_GOOD, (double) good);
        values.put(Metrics.COUNT_WASTE, (double) waste);
    }

    void readRest(Map<String, Object> values) {
        values.put(Metrics.ENERGY, Rounding.to(energyKwh, 2));
        if (machine.isPress()) {
            values.put(Metrics.WEAR + "blanket", (double) blanket);
            values.put(Metrics.WEAR + "roller", (double) roller);
        } else if (hasBlade()) {
            values.put(Metrics.WEAR + "blade", (double) blade);
        }
    }

    private boolean hasBlade() {
        return switch (machine.kind()) {
            case GUILLOTINE, TRIMMER, PERFECT_BINDER -> true;
            default -> false;
        };
    }

    MeterMemory memory() {
        return new MeterMemory(good, waste, energyKwh, blanket, roller, blade);
    }
}
