package vn.nhain.dashboard.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What every operation came to on the floor, read once from the store and kept in memory. Changes of status are stored at
 * once, output by {@link #flush}. Thread-safe.
 */
public final class Floor {
    private final ExecutionRepository repository;
    private final Map<JobKey, Execution> executions = new HashMap<>();
    private final Set<JobKey> unsaved = new HashSet<>();

    public Floor(ExecutionRepository repository) {
        this.repository = repository;
        repository.listExecutions().forEach(e -> executions.put(e.key(), e));
    }

    /** All of them, by operation. */
    public synchronized Map<JobKey, Execution> executions() {
        return Map.copyOf(executions);
    }

    /** What became of an operation, if it was ever sent. */
    synchronized Optional<Execution> find(JobKey key) {
        return Optional.ofNullable(executions.get(key));
    }

    /** The one whose job has this id. */
    synchronized Optional<Execution> findJob(String jobId) {
        int slash = jobId.lastIndexOf('/');
        return slash < 0 ? Optional.empty() : find(new JobKey(jobId.substring(0, slash), jobId.substring(slash + 1)));
    }

    /** The one that a machine is busy with. */
    synchronized Optional<Execution> findOpenOn(String machineId) {
        return executions.values().stream()
                .filter(e -> e.isOpen() && e.machineId().equals(machineId))
                .findFirst();
    }

    /** Those that machines are busy with. */
    synchronized List<Execution> listOpen() {
        return executions.values().stream().filter(Execution::isOpen).toList();
    }

    /** Stores a new attempt. */
    synchronized void put(Execution execution) {
        repository.save(execution);
        executions.put(execution.key(), execution);
        unsaved.remove(execution.key());
    }

    /** Changes one, if it is there; stored at once when its status changes. */
    synchronized void change(JobKey key, UnaryOperator<Execution> change) {
        Execution before = executions.get(key);
        if (before == null) {
            return;
        }
        Execution after = change.apply(before);
        if (after.equals(before)) {
            return;
        }
        executions.put(key, after);
        if (after.status() != before.status()) {
            repository.save(after);
            unsaved.remove(key);
        } else {
            unsaved.add(key);
        }
    }

    /** Stores output that has grown. */
    public synchronized void flush() {
        unsaved.forEach(key -> Optional.ofNullable(executions.get(key)).ifPresent(repository::save));
        unsaved.clear();
    }
}
