package vn.nhain.simulators.press;

import vn.nhain.plant.command.JobStart;
import vn.nhain.plant.machine.Machine;

/**
 * The course of one job through a machine, a second at a time: wash-up, makeready, good-copy approval, run-up, run with
 * blanket washes, until exactly the quantity ordered is good.
 */
final class JobRun {
    private static final double SLOW_SHARE = 0.45;
    private static final double RUN_UP_START = 0.4;
    private static final int PULL_CYCLE_SECONDS = 120;
    private static final double SETUP_SIGMA = 0.15;
    private static final double SHEETS_SIGMA = 0.2;
    private static final double SPEED_SIGMA = 0.025;
    private static final double WASH_SIGMA = 0.15;
    /** A wash that near to the end of a run is left to the makeready that follows. */
    private static final int NO_WASH_BELOW = 500;

    private final Traits traits;
    private final Temper temper;
    private final Chance chance;
    private final JobStart command;
    private final double washSeconds;
    private final double makereadySeconds;
    private final double setSpeed;

    private Phase phase;
    private double remainingSeconds;
    private int good;
    private int waste;
    private int sheetsToPull;
    private double sheetsToWash;
    private double sheetCarry;
    private double wasteCarry;

    JobRun(JobMemory memory, Traits traits, Temper temper, Chance chance) {
        this.traits = traits;
        this.temper = temper;
        this.chance = chance;
        this.command = memory.command();
        this.washSeconds = memory.washSeconds();
        this.makereadySeconds = memory.makereadySeconds();
        this.setSpeed = memory.setSpeed();
        this.phase = memory.phase();
        this.remainingSeconds = memory.remainingSeconds();
        this.good = memory.good();
        this.waste = memory.waste();
        this.sheetsToPull = memory.sheetsToPull();
        this.sheetsToWash = memory.sheetsToWash();
        this.sheetCarry = memory.sheetCarry();
        this.wasteCarry = memory.wasteCarry();
    }

    static JobRun begin(JobStart command, Machine machine, Traits traits, Temper temper, Chance chance, long step) {
        double spread = temper.setup() * chance.spread(step, "setup", SETUP_SIGMA, 0.7, 1.6);
        double wash = Math.min(command.washMinutes(), command.setupMinutes());
        double speed = Math.min(0.98 * machine.grossSpeed(), traits.speedFor(command.speedPerHour(), temper.stops()));
        speed = Math.min(machine.grossSpeed(), speed * chance.spread(step, "speed", SPEED_SIGMA, 0.92, 1.08));
        double sheets = command.makereadySheets() * chance.spread(step, "makeready.sheets", SHEETS_SIGMA, 0.6, 1.8);
        JobMemory start = new JobMemory(
                command,
                Phase.WASH_UP,
                60 * wash * spread,
                60 * wash * spread,
                60 * (command.setupMinutes() - wash) * spread,
                speed,
                0,
                0,
                (int) Math.round(sheets),
                traits.sheetsBetweenWashes(),
                0,
                0);
        return new JobRun(start, traits, temper, chance);
    }

    /** One second of work. */
    Output advance(long step) {
        while (phase != Phase.RUN && remainingSeconds <= 0) {
            enter(next());
        }
        Output output =
                switch (phase) {
                    case WASH_UP, PREPARE, APPROVAL, BLANKET_WASH -> Output.NONE;
                    case ADJUST -> pull();
                    case RUN_UP -> produce(runUpSpeed(), traits.runUpWaste());
                    case RUN -> produce(runSpeed(step), temper.waste() * traits.runningWaste(command.quantity()));
                };
        remainingSeconds -= 1;
        good += output.good();
        waste += output.waste();
        if (traits.sheetsBetweenWashes() > 0) {
            sheetsToWash -= output.sheets();
            washWhenDue(step);
        }
        return output;
    }

    /** Comes up to speed again after a stop in the run. */
    void resume() {
        if (phase == Phase.RUN || phase == Phase.RUN_UP) {
            enter(Phase.RUN_UP);
        }
    }

    private Phase next() {
        return switch (phase) {
            case WASH_UP -> Phase.PREPARE;
            case PREPARE -> Phase.ADJUST;
            case ADJUST -> Phase.APPROVAL;
            case APPROVAL, BLANKET_WASH -> Phase.RUN_UP;
            case RUN_UP, RUN -> Phase.RUN;
        };
    }

    private void enter(Phase next) {
        phase = next;
        remainingSeconds = switch (next) {
            case WASH_UP -> washSeconds;
            case PREPARE -> makereadySeconds * (1 - traits.adjustShare() - traits.approvalShare());
            case ADJUST -> makereadySeconds * traits.adjustShare();
            case APPROVAL -> makereadySeconds * traits.approvalShare();
            case RUN_UP -> traits.runUpSeconds();
            case RUN, BLANKET_WASH -> 0;
        };
    }

    private void washWhenDue(long step) {
        if (phase == Phase.RUN && sheetsToWash <= 0 && command.quantity() - good > NO_WASH_BELOW) {
            phase = Phase.BLANKET_WASH;
            remainingSeconds = 60 * traits.washMinutes() * chance.spread(step, "wash", WASH_SIGMA, 0.7, 1.6);
            sheetsToWash = traits.sheetsBetweenWashes() * chance.spread(step, "wash.next", WASH_SIGMA, 0.7, 1.4);
        }
    }

    /** Pulls come in bursts at slow speed; between them the crew looks at the sheet and turns the screws. */
    private Output pull() {
        double perSecond = sheetsToPull / Math.max(1, remainingSeconds);
        double slow = Math.max(SLOW_SHARE * setSpeed / 3600, perSecond);
        double busyShare = perSecond / slow;
        double atSecond = remainingSeconds % PULL_CYCLE_SECONDS;
        boolean lastBurst = remainingSeconds <= PULL_CYCLE_SECONDS * busyShare;
        if (sheetsToPull == 0 || (!lastBurst && atSecond > PULL_CYCLE_SECONDS * busyShare)) {
            return Output.NONE;
        }
        sheetCarry += slow;
        int sheets = Math.min(sheetsToPull, (int) sheetCarry);
        sheetCarry -= (int) sheetCarry;
        sheetsToPull -= sheets;
        return new Output(0, sheets, slow * 3600);
    }

    private Output produce(double speed, double wasteShare) {
        sheetCarry += speed / 3600;
        int sheets = (int) sheetCarry;
        sheetCarry -= sheets;
        int pulled = Math.min(sheets, sheetsToPull);
        sheetsToPull -= pulled;
        int rest = sheets - pulled;
        wasteCarry += rest * wasteShare;
        int spoilt = Math.min(rest, (int) wasteCarry);
        wasteCarry -= spoilt;
        int fine = Math.min(rest - spoilt, command.quantity() - good);
        return new Output(fine, pulled + spoilt, speed);
    }

    private double runUpSpeed() {
        double done = 1 - Math.max(0, remainingSeconds) / traits.runUpSeconds();
        return setSpeed * Traits.SPEED_REACHED * (RUN_UP_START + (1 - RUN_UP_START) * done);
    }

    /** A little below the speed that is set, anew every ten seconds. */
    private double runSpeed(long step) {
        double below = (1 - Traits.SPEED_REACHED) * Math.min(3, Math.exp(chance.gaussian(step / 10, "pace") / 2));
        return setSpeed * (1 - below);
    }

    boolean isDone() {
        return good >= command.quantity();
    }

    JobStart command() {
        return command;
    }

    Phase phase() {
        return phase;
    }

    /** How far the adjusting has come, 0 to 1; 1 in every later phase. */
    double adjusted() {
        return switch (phase) {
            case WASH_UP, PREPARE -> 0;
            case ADJUST -> 1 - Math.max(0, remainingSeconds) / Math.max(1, makereadySeconds * traits.adjustShare());
            default -> 1;
        };
    }

    double setSpeed() {
        return setSpeed;
    }

    int good() {
        return good;
    }

    int waste() {
        return waste;
    }

    JobMemory memory() {
        return new JobMemory(
                command,
                phase,
                remainingSeconds,
                washSeconds,
                makereadySeconds,
                setSpeed,
                good,
                waste,
                sheetsToPull,
                sheetsToWash,
                sheetCarry,
                wasteCarry);
    }
}
