package vn.nhain.simulators.station;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.plant.command.JobAcknowledgement;
import vn.nhain.plant.command.JobStart;
import vn.nhain.plant.machine.MachineState;
import vn.nhain.plant.reading.Metrics;
import vn.nhain.simulators.press.SimulatedMachine;
import vn.nhain.simulators.press.Snapshot;

/**
 * A simulated machine on the network. Whatever happens to it first brings it up to the present plant time. What it has
 * promised, a job or a fault, is on disk before it answers. Thread-safe.
 */
public final class Station implements JobPort {
    private static final Logger log = LoggerFactory.getLogger(Station.class);

    private final String id;
    private final SimulatedMachine machine;
    private final Endpoint endpoint;
    private final MemoryFile memory;
    private final InstantSource clock;
    private final Pace pace;

    private boolean online;
    private long ticks;
    private long publishedAt = Long.MIN_VALUE;
    private MachineState publishedState = MachineState.OFFLINE;

    /**
     * A machine that is not on the network yet.
     *
     * @param clock plant time
     */
    public Station(
            String id, SimulatedMachine machine, Endpoint endpoint, MemoryFile memory, InstantSource clock, Pace pace) {
        this.id = id;
        this.machine = machine;
        this.endpoint = endpoint;
        this.memory = memory;
        this.clock = clock;
        this.pace = pace;
        // machines take turns, so that they do not all write in the same beat
        this.ticks = Math.floorMod(id.hashCode(), pace.save());
    }

    public String id() {
        return id;
    }

    /** Comes on the network; nothing happens when it is there already. */
    public synchronized void powerOn() throws IOException {
        if (!online) {
            endpoint.open(this);
            online = true;
        }
    }

    /** Drops off the network. The machine itself works on; nobody hears of it. */
    public synchronized void powerOff() {
        if (online) {
            online = false;
            endpoint.close();
        }
    }

    @Override
    public synchronized JobAcknowledgement start(JobStart command) {
        machine.advanceTo(clock.instant());
        JobAcknowledgement answer = machine.start(command);
        save();
        return answer;
    }

    /** Breaks it for so many plant minutes, more than 0. */
    public synchronized void breakDown(String code, String text, double minutes) {
        machine.advanceTo(clock.instant());
        machine.breakDown(code, text, minutes);
        save();
    }

    /** Mends it. */
    public synchronized void clear() {
        machine.advanceTo(clock.instant());
        machine.clear();
        save();
    }

    /** Lets its colour drift by so much ΔE00 an hour of running; 0 mends it. */
    public synchronized void driftColour(double deltaEPerHour) {
        machine.advanceTo(clock.instant());
        machine.driftColour(deltaEPerHour);
        save();
    }

    /** One beat: lives up to now and publishes what is due; a new state always is. */
    public synchronized void tick() {
        machine.advanceTo(clock.instant());
        ticks++;
        if (pace.saveDue(ticks)) {
            save();
        }
        Snapshot snapshot = machine.snapshot();
        boolean news = snapshot.state() != publishedState;
        // two values of a metric at one instant would be one reading, and one of them lost
        boolean later = snapshot.at().getEpochSecond() > publishedAt;
        if (online && later && (news || pace.quickDue(ticks))) {
            publishedAt = snapshot.at().getEpochSecond();
            publishedState = snapshot.state();
            endpoint.publish(snapshot, pace.slowDue(ticks));
        }
    }

    public synchronized StationStatus status() {
        Snapshot snapshot = machine.snapshot();
        return new StationStatus(
                id,
                online ? snapshot.state() : MachineState.OFFLINE,
                snapshot.phase(),
                String.valueOf(snapshot.quick().get(Metrics.JOB)),
                number(snapshot, Metrics.JOB_GOOD),
                number(snapshot, Metrics.JOB_TOTAL),
                endpoint.emitted());
    }

    /** Drops off the network and remembers everything. */
    public synchronized void shutDown() {
        powerOff();
        save();
    }

    private static int number(Snapshot snapshot, String metric) {
        return snapshot.quick().get(metric) instanceof Double value ? value.intValue() : 0;
    }

    private void save() {
        try {
            memory.write(machine.memory());
        } catch (IOException e) {
            log.error("memory of {} cannot be written", id, e);
            throw new UncheckedIOException("The memory of machine %s cannot be written.".formatted(id), e);
        }
    }
}
