package vn.nhain.edge.spool;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** The working counts, written in the same commit as the readings. Not thread-safe: guarded by the spool's lock. */
final class Ledger {
    long received;
    long derived;
    long rejected;
    long suppressed;
    long accepted;
    long stored;
    long spooled;
    long dropped;
    long quarantined;
    /** Readings in the queue, with those that replace a stored one. */
    long depth;
    /** The last place in the queue that was given out. */
    long lastSequence;

    /** Stands for the machine of readings that were damaged on the disk. */
    static final String DAMAGED = "(damaged)";

    /** Name of the map of drops by machine. */
    static final String DROPS = "drops";

    private final MVMap<String, Long> counts;
    private final MVMap<String, Long> drops;
    private final MVMap<String, Long> rejections;
    private final Map<String, Long> droppedByMachine = new HashMap<>();
    private final Map<String, Long> rejectedByReason = new TreeMap<>();

    Ledger(MVStore store) {
        counts = store.openMap("counts");
        drops = store.openMap(DROPS);
        rejections = store.openMap("rejections");
        received = count("received");
        derived = count("derived");
        rejected = count("rejected");
        suppressed = count("suppressed");
        accepted = count("accepted");
        stored = count("stored");
        spooled = count("spooled");
        dropped = count("dropped");
        quarantined = count("quarantined");
        depth = count("depth");
        lastSequence = count("lastSequence");
        rejections
                .cursor(null)
                .forEachRemaining(reason -> rejectedByReason.put(reason, rejections.getOrDefault(reason, 0L)));
        drops.cursor(null).forEachRemaining(machine -> droppedByMachine.put(machine, drops.getOrDefault(machine, 0L)));
    }

    void reject(Map<Rejection, Integer> values) {
        values.forEach((reason, count) -> {
            rejected += count;
            rejectedByReason.merge(reason.label(), (long) count, Long::sum);
        });
    }

    /**
     * Goes on from these counts.
     *
     * @param byMachine drops by machine, as far as they are known
     */
    void continueFrom(Facts facts, Map<String, Long> byMachine) {
        Counters counters = facts.counters();
        received = counters.received();
        derived = counters.derived();
        rejected = counters.rejected();
        suppressed = counters.suppressed();
        accepted = counters.accepted();
        stored = counters.stored();
        spooled = counters.spooled();
        dropped = counters.dropped();
        quarantined = counters.quarantined();
        lastSequence = facts.lastPlace();
        if (rejected > 0) {
            rejectedByReason.put(DAMAGED, rejected);
        }
        byMachine.forEach((machine, count) -> drops.put(machine, count));
        droppedByMachine.putAll(byMachine);
        long known = byMachine.values().stream().mapToLong(Long::longValue).sum();
        addDamaged(dropped - known);
    }

    /** Gives up readings of which nobody can tell any more which machine's they were. */
    void dropDamaged(long count) {
        dropped += count;
        spooled -= count;
        addDamaged(count);
    }

    private void addDamaged(long count) {
        if (count != 0) {
            drops.put(DAMAGED, droppedByMachine.merge(DAMAGED, count, Long::sum));
        }
    }

    void dropOne(String machineId) {
        dropped++;
        spooled--;
        drops.put(machineId, droppedByMachine.merge(machineId, 1L, Long::sum));
    }

    void stage() {
        counts.put("received", received);
        counts.put("derived", derived);
        counts.put("rejected", rejected);
        counts.put("suppressed", suppressed);
        counts.put("accepted", accepted);
        counts.put("stored", stored);
        counts.put("spooled", spooled);
        counts.put("dropped", dropped);
        counts.put("quarantined", quarantined);
        counts.put("depth", depth);
        counts.put("lastSequence", lastSequence);
        rejectedByReason.forEach((reason, count) -> {
            if (!count.equals(rejections.get(reason))) {
                rejections.put(reason, count);
            }
        });
    }

    Counters snapshot() {
        return new Counters(
                received,
                derived,
                rejected,
                suppressed,
                accepted,
                stored,
                spooled,
                dropped,
                quarantined,
                rejectedByReason);
    }

    Map<String, Long> droppedByMachine() {
        return Map.copyOf(droppedByMachine);
    }

    private long count(String name) {
        return counts.getOrDefault(name, 0L);
    }
}
