package vn.nhain.simulators.press;

import java.util.List;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.machine.MachineKind;

/**
 * What the kind of a machine says about its behaviour; the machine's own figures come from the plant file.
 *
 * @param adjustShare share of the makeready in which sheets are pulled
 * @param approvalShare share of the makeready that waits for the good copy
 * @param minutesBetweenStops mean running time between two stops by the operator
 * @param stopMinutes median length of such a stop
 * @param runUpSeconds time to come up to speed
 * @param sheetsBetweenWashes sheets after which blankets are washed; 0 for never
 * @param washMinutes length of a blanket wash
 * @param runUpWaste share of the sheets of a run-up that are waste
 * @param wasteShort running waste of a run of 2,500, as a share of all sheets
 * @param wasteLong running waste of a run of 25,000, as a share of all sheets
 * @param faults ways in which it breaks
 */
record Traits(
        double adjustShare,
        double approvalShare,
        double minutesBetweenStops,
        double stopMinutes,
        int runUpSeconds,
        int sheetsBetweenWashes,
        double washMinutes,
        double runUpWaste,
        double wasteShort,
        double wasteLong,
        List<FaultKind> faults) {
    /** Spread of the lengths of stops; the mean of a log-normal is its median times exp(sigma²/2). */
    static final double STOP_SIGMA = 0.6;

    /** Actual speed as a share of the speed that is set. */
    static final double SPEED_REACHED = 0.985;

    private static final int SHEETS_BETWEEN_WASHES = 4000;
    private static final double SHORTEST_WASH_MINUTES = 1.5;

    Traits {
        faults = List.copyOf(faults);
    }

    static Traits of(Machine machine) {
        if (machine.isPress()) {
            return new Traits(
                    0.35,
                    0.15,
                    40,
                    1.8,
                    90,
                    SHEETS_BETWEEN_WASHES,
                    Math.max(SHORTEST_WASH_MINUTES, machine.setup().blanketWash()),
                    0.10,
                    0.028,
                    0.018,
                    PRESS_FAULTS);
        }
        double waste = finishingWaste(machine.kind());
        return new Traits(0.3, 0, 35, 1.5, 30, 0, 0, 0.02, waste, waste, faultsOf(machine.kind()));
    }

    /**
     * Speed to set so that the run takes as long as planned, with the stops, washes and run-ups that this kind has: a plan
     * counts with the net speed, a machine between its stops is faster.
     *
     * @param plannedPerHour planned speed over the run, 1/h
     * @param stopFactor how often the machine is stopped against its kind
     */
    double speedFor(double plannedPerHour, double stopFactor) {
        double runUpLoss = runUpSeconds / 120.0;
        double meanStop = stopMinutes * Math.exp(STOP_SIGMA * STOP_SIGMA / 2);
        double stopLoss = stopFactor * (meanStop + runUpLoss) / minutesBetweenStops;
        double washLoss = sheetsBetweenWashes == 0 ? 0 : (washMinutes + runUpLoss) / sheetsBetweenWashes;
        double minutesPerSheet = 60 / plannedPerHour - washLoss;
        return minutesPerSheet <= 0 ? Double.MAX_VALUE : 60 * (1 + stopLoss) / SPEED_REACHED / minutesPerSheet;
    }

    /**
     * Running waste as a share of all sheets. It falls with the run length: on presses 3.7 % at 2,500 and 2.6 % at 25,000,
     * restarts included (American Printer 1996, "Determining paper waste"); restarts are modelled apart, so the figures
     * here are about one percent lower.
     */
    double runningWaste(int quantity) {
        double decades = Math.log10(Math.max(500, quantity) / 2500.0);
        return Math.max(0.5 * wasteLong, wasteShort + (wasteLong - wasteShort) * decades);
    }

    private static double finishingWaste(MachineKind kind) {
        return switch (kind) {
            case SADDLE_STITCHER, PERFECT_BINDER -> 0.015;
            case FOLDER_GLUER -> 0.012;
            case GUILLOTINE, TRIMMER, PACKING_LINE -> 0.002;
            default -> 0.008;
        };
    }

    private static final List<FaultKind> PRESS_FAULTS = List.of(
            new FaultKind("FEEDER", "Double sheet at the feeder", 16, 7),
            new FaultKind("DELIVERY", "Sheet jam in the delivery", 30, 12),
            new FaultKind("INKING", "Ink supply of a unit has failed", 120, 25),
            new FaultKind("DAMPENING", "Dampening solution out of range", 150, 30),
            new FaultKind("DRIVE", "Main drive overload", 500, 90));

    private static List<FaultKind> faultsOf(MachineKind kind) {
        FaultKind jam = new FaultKind("JAM", "Jam at the infeed", 12, 5);
        FaultKind sensor = new FaultKind("SENSOR", "Sensor gives no signal", 90, 18);
        FaultKind drive = new FaultKind("DRIVE", "Drive overload", 400, 60);
        return switch (kind) {
            case FOLDER_GLUER, PERFECT_BINDER ->
                List.of(jam, sensor, drive, new FaultKind("GLUE", "Glue temperature too low", 60, 15));
            case LAMINATOR, UV_COATER, FOIL_STAMPER ->
                List.of(jam, sensor, drive, new FaultKind("HEAT", "Heating out of range", 80, 20));
            case GUILLOTINE, TRIMMER ->
                List.of(sensor, drive, new FaultKind("BLADE", "Blade does not return", 150, 25));
            default -> List.of(jam, sensor, drive);
        };
    }
}
