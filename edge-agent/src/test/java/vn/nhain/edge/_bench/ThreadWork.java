package vn.nhain.edge._bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Processor time and memory that threads have used so far: figures that a busy machine does not change much. */
record ThreadWork(Map<String, Double> cpuMicrosByThread, long allocatedBytes) {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Of the calling thread, and of those whose names begin so. */
    static ThreadWork now(String prefix) {
        Map<String, Double> cpu = new TreeMap<>();
        long allocated = 0;
        for (ThreadInfo info : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            boolean counts = info != null
                    && (info.getThreadName().startsWith(prefix)
                            || info.getThreadId() == Thread.currentThread().getId());
            if (counts) {
                cpu.merge(info.getThreadName(), THREADS.getThreadCpuTime(info.getThreadId()) / 1e3, Double::sum);
                allocated += THREADS.getThreadAllocatedBytes(info.getThreadId());
            }
        }
        return new ThreadWork(cpu, allocated);
    }

    /** What was used since then, a reading. */
    String since(ThreadWork before, int readings) {
        StringBuilder text = new StringBuilder();
        double sum = 0;
        for (Map.Entry<String, Double> thread : cpuMicrosByThread.entrySet()) {
            double micros =
                    (thread.getValue() - before.cpuMicrosByThread.getOrDefault(thread.getKey(), 0.0)) / readings;
            sum += micros;
            text.append(String.format(Locale.ROOT, " %s %.2f", thread.getKey(), micros));
        }
        return String.format(
                Locale.ROOT,
                "%.2f us CPU (%s), %d bytes",
                sum,
                text.toString().strip(),
                (allocatedBytes - before.allocatedBytes) / readings);
    }
}
