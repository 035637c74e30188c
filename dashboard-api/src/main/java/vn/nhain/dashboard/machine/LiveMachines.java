package vn.nhain.dashboard.machine;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import vn.nhain.dashboard.problem.NotFoundException;
import vn.nhain.plant.reading.Reading;

/**
 * What every machine does now: the latest value of each metric, held in memory. Feed it with births, signs of life, readings
 * and deaths; when the signs of life end, as with the connection to the broker, it notices by itself. Thread-safe.
 */
public final class LiveMachines {
    private final InstantSource plantClock;
    private final InstantSource wall;
    private final Duration staleAfter;
    private final Duration offlineAfter;
    private final Map<String, LiveMachine> machines = new LinkedHashMap<>();
    private final List<Consumer<Reading>> listeners = new CopyOnWriteArrayList<>();
    private final LongAdder taken = new LongAdder();
    private final LongAdder unknown = new LongAdder();

    /**
     * @param ids machines of the plant, in the order of the board
     * @param plantClock plant time
     * @param wall wall time, for silence
     * @param staleAfter silence after which values are stale
     * @param offlineAfter silence after which a machine is OFFLINE
     */
    public LiveMachines(
            Collection<String> ids,
            InstantSource plantClock,
            InstantSource wall,
            Duration staleAfter,
            Duration offlineAfter) {
        this.plantClock = plantClock;
        this.wall = wall;
        this.staleAfter = staleAfter;
        this.offlineAfter = offlineAfter;
        ids.forEach(id -> machines.put(id, new LiveMachine(id, plantClock.instant())));
    }

    /** Tells {@code listener} of every reading that is taken, on the thread that brings it; it must be quick. */
    public void listen(Consumer<Reading> listener) {
        listeners.add(listener);
    }

    /** The machine lives: it was born, or something of it was heard. */
    public void heard(String machineId) {
        synchronized (machines) {
            LiveMachine machine = machines.get(machineId);
            if (machine != null) {
                machine.heard(wall.instant(), plantClock.instant());
            }
        }
    }

    /** A reading, which is also a sign of life. Readings of machines that the plant does not have are counted and left. */
    public void accept(Reading reading) {
        boolean newer;
        synchronized (machines) {
            LiveMachine machine = machines.get(reading.machineId());
            if (machine == null) {
                unknown.increment();
                return;
            }
            machine.heard(wall.instant(), plantClock.instant());
            newer = machine.take(reading);
        }
        if (newer) {
            taken.increment();
            listeners.forEach(listener -> listener.accept(reading));
        }
    }

    /** The machine's death was told: it is OFFLINE at once. */
    public void died(String machineId) {
        synchronized (machines) {
            LiveMachine machine = machines.get(machineId);
            if (machine != null) {
                machine.died(plantClock.instant());
            }
        }
    }

    /** All machines, in the order of the board. */
    public List<MachineSnapshot> list() {
        synchronized (machines) {
            return machines.values().stream()
                    .map(machine -> machine.at(wall.instant(), staleAfter, offlineAfter))
                    .toList();
        }
    }

    /**
     * One machine.
     *
     * @throws NotFoundException when the plant has no such machine
     */
    public MachineSnapshot get(String machineId) {
        synchronized (machines) {
            LiveMachine machine = machines.get(machineId);
            if (machine == null) {
                throw NotFoundException.of("machine", machineId);
            }
            return machine.at(wall.instant(), staleAfter, offlineAfter);
        }
    }

    /** Readings taken so far. */
    public long taken() {
        return taken.sum();
    }

    /** Readings of machines that the plant does not have. */
    public long unknown() {
        return unknown.sum();
    }
}
