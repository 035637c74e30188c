package vn.nhain.simulators.press;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.command.JobAcknowledgement;
import vn.nhain.plant.command.JobStart;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.machine.MachineState;

/**
 * One press or finishing machine. It lives in steps of one second of plant time, driven by {@link #advanceTo}; between two
 * calls nothing happens. Not thread-safe.
 */
public final class SimulatedMachine {
    private static final long LONGEST_GAP_SECONDS = Duration.ofDays(7).toSeconds();
    private static final int REMEMBERED_COMMANDS = 500;

    private final Machine machine;
    private final Traits traits;
    private final Temper temper;
    private final Chance chance;
    private final OpenHours hours;
    private final Hazards hazards;
    private final PowerDraw power;
    private final Meters meters;
    private final Colour colour;
    private final Surroundings surroundings;
    private final Deque<String> recentCommands;

    private long step;
    private MachineState state;
    private long idleSeconds;
    private @Nullable JobRun job;
    private JobFigures finished;
    private @Nullable Interruption interruption;
    private double speed;
    private double kilowatts;

    private SimulatedMachine(MachineSetting setting, MachineMemory memory) {
        this.machine = setting.machine();
        this.traits = Traits.of(machine);
        this.temper = setting.temper();
        this.chance = new Chance(setting.seed(), machine.id());
        this.hours = new OpenHours(setting.calendar(), setting.zone());
        this.hazards = new Hazards(traits, temper, chance, setting.stopReasons());
        this.power = new PowerDraw(machine);
        this.meters = new Meters(machine, memory.meters());
        this.colour = new Colour(machine, chance, memory.colour());
        this.surroundings = new Surroundings(machine, chance, memory.surroundings());
        this.recentCommands = new ArrayDeque<>(memory.recentCommands());
        this.step = memory.step();
        this.state = memory.state();
        this.idleSeconds = memory.idleSeconds();
        this.job = memory.job() == null ? null : new JobRun(memory.job(), traits, temper, chance);
        this.finished = memory.finished();
        this.interruption = memory.interruption();
        this.speed = memory.speed();
        this.kilowatts = power.kilowatts(state, speed, idleSeconds, hours.at(step));
    }

    /**
     * A machine that was just installed and has made nothing yet.
     *
     * @param now plant time
     */
    public static SimulatedMachine installed(MachineSetting setting, Instant now) {
        List<String> labels = InkLabels.of(setting.machine().inks(), setting.machine());
        return new SimulatedMachine(setting, MachineMemory.fresh(now.getEpochSecond(), labels));
    }

    /** A machine that goes on where its memory ends; with the same setting exactly as if it had not been away. */
    public static SimulatedMachine restored(MachineSetting setting, MachineMemory memory) {
        return new SimulatedMachine(setting, memory);
    }

    /** Lives on until this instant. After more than a week away it does not catch up; before its own time it waits. */
    public void advanceTo(Instant instant) {
        long target = instant.getEpochSecond();
        if (target - step > LONGEST_GAP_SECONDS) {
            step = target - 1;
        }
        while (step < target) {
            step++;
            live();
        }
    }

    /**
     * Takes a job. The same command twice starts one job. Outside its hours, or while it is broken, the job waits in the
     * machine.
     */
    public JobAcknowledgement start(JobStart command) {
        String id = command.commandId();
        if (recentCommands.contains(id)) {
            return new JobAcknowledgement(id, true, "");
        }
        String refusal = Refusal.of(command, machine, job == null ? null : job.command());
        if (!refusal.isEmpty()) {
            return new JobAcknowledgement(id, false, refusal);
        }
        job = JobRun.begin(command, machine, traits, temper, chance, step);
        colour.load(InkLabels.of(command.inks(), machine));
        meters.changeWornParts();
        recentCommands.addLast(id);
        if (recentCommands.size() > REMEMBERED_COMMANDS) {
            recentCommands.removeFirst();
        }
        return new JobAcknowledgement(id, true, "");
    }

    /**
     * Breaks the machine.
     *
     * @param minutes plant minutes until it works again, more than 0
     */
    public void breakDown(String code, String text, double minutes) {
        long until = step + Math.max(1, Math.round(minutes * 60));
        interruption = new Interruption(Interruption.Kind.FAULT, code, text, until);
        state = MachineState.DOWN;
        speed = 0;
    }

    /** Ends whatever keeps it from working. */
    public void clear() {
        interruption = null;
    }

    /** Lets colour drift by so much ΔE00 an hour of running, at least 0; 0 mends it. */
    public void driftColour(double deltaEPerHour) {
        colour.driftPerHour(deltaEPerHour);
    }

    /** What it is doing now. */
    public MachineState state() {
        return state;
    }

    /** Whether there is a job in it. */
    boolean hasJob() {
        return job != null;
    }

    /** What it shows now. */
    public Snapshot snapshot() {
        Panel panel =
                new Panel(machine, Instant.ofEpochSecond(step), state, job, finished, interruption, speed, kilowatts);
        return panel.snapshot(meters, colour, surroundings);
    }

    /** What it would keep if its power went now. */
    public MachineMemory memory() {
        return new MachineMemory(
                step,
                state,
                idleSeconds,
                speed,
                job == null ? null : job.memory(),
                finished,
                interruption,
                List.copyOf(recentCommands),
                meters.memory(),
                colour.memory(),
                surroundings.memory());
    }

    private void live() {
        if (interruption != null && step >= interruption.untilStep()) {
            interruption = null;
        }
        boolean worked = isWork(state);
        Output output = Output.NONE;
        JobRun running = job;
        if (running != null && mayWork()) {
            if (!worked) {
                running.resume();
            }
            output = work(running);
        } else {
            state = waitingState();
        }
        speed = output.speed();
        idleSeconds = state == MachineState.IDLE ? idleSeconds + 1 : 0;
        meters.count(output);
        kilowatts = power.kilowatts(state, speed, idleSeconds, hours.at(step));
        meters.consume(kilowatts);
        if (step % Colour.STEP_SECONDS == 0) {
            colour.advance(step, running == null ? 1 : running.adjusted(), output.speed() > 0);
            surroundings.advance(step, isWork(state));
        }
    }

    private boolean mayWork() {
        return interruption == null && hours.at(step) == OpenHours.Status.OPEN;
    }

    private Output work(JobRun running) {
        interruption = hazards.draw(step, running.phase() == Phase.RUN);
        if (interruption != null) {
            state = waitingState();
            return Output.NONE;
        }
        Output output = running.advance(step);
        state = running.phase().state();
        if (running.isDone()) {
            finished = JobFigures.of(running);
            job = null;
            state = MachineState.IDLE;
        }
        return output;
    }

    /** Fault before maintenance before closing time before a stop, as the table of states has it. */
    private MachineState waitingState() {
        if (interruption != null && interruption.kind() == Interruption.Kind.FAULT) {
            return MachineState.DOWN;
        }
        return switch (hours.at(step)) {
            case MAINTENANCE -> MachineState.MAINTENANCE;
            case CLOSED -> MachineState.IDLE;
            case OPEN -> interruption == null ? MachineState.IDLE : MachineState.STOPPED;
        };
    }

    private static boolean isWork(MachineState state) {
        return switch (state) {
            case RUNNING, SETUP, CLEANUP -> true;
            default -> false;
        };
    }
}
