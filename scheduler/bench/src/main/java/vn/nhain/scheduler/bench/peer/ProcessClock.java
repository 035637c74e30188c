package vn.nhain.scheduler.bench.peer;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.DoubleSupplier;

/**
 * CPU seconds of the process since the clock was made, by worker: the workers of CP-SAT are native threads, of which Java knows
 * only the sum. Thread-safe.
 */
final class ProcessClock implements DoubleSupplier {
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final int workers;
    private final long before = system.getProcessCpuTime();

    ProcessClock(int workers) {
        this.workers = workers;
    }

    @Override
    public double getAsDouble() {
        return (system.getProcessCpuTime() - before) / 1e9 / workers;
    }
}
