package vn.nhain.scheduler.race;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * CPU seconds of all Java threads since the clock was made, by solving thread: what the solver uses, from its greedy start on,
 * without the compiler and the collector of the JVM. Each look counts what threads used that have ended since the look before
 * as far as they were seen. Thread-safe.
 */
public final class ThreadClock implements DoubleSupplier {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<Long, Long> seen = new HashMap<>();
    private final int solvingThreads;
    private final long before;

    /** A clock that stands at zero. */
    public ThreadClock(int solvingThreads) {
        this.solvingThreads = solvingThreads;
        this.before = sum();
    }

    @Override
    public synchronized double getAsDouble() {
        return (sum() - before) / 1e9 / solvingThreads;
    }

    private long sum() {
        for (long id : threads.getAllThreadIds()) {
            seen.merge(id, threads.getThreadCpuTime(id), Math::max);
        }
        return seen.values().stream().mapToLong(Long::longValue).sum();
    }
}
