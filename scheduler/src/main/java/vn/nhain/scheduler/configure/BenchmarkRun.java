package vn.nhain.scheduler.configure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import vn.nhain.scheduler.instance.Instance;
import vn.nhain.scheduler.planning.OptaPlannerSolver;
import vn.nhain.scheduler.search.Assignment;
import vn.nhain.scheduler.search.LowerBound;
import vn.nhain.scheduler.search.Solver.Limits;
import vn.nhain.scheduler.search.StopSignal;

/** One solve of a benchmark problem, with what it took. */
final class BenchmarkRun {
    private BenchmarkRun() {}

    /** Told of each better makespan. */
    @FunctionalInterface
    interface Progress {
        void better(double elapsedSeconds, long moves, long makespan);
    }

    /**
     * What came out.
     *
     * @param instance the problem
     * @param plan the best plan
     * @param bound makespan that no plan can beat
     * @param seconds wall seconds
     * @param cpuSeconds CPU seconds of the process
     * @param moves moves tried
     */
    record Result(Instance instance, Assignment plan, int bound, double seconds, double cpuSeconds, long moves) {
        String toJson(long seed) {
            return String.format(
                    Locale.ROOT,
                    "{\"instance\":\"%s\",\"operations\":%d,\"machines\":%d,\"feasible\":%s,\"makespan\":%d,\"cost\":null,"
                            + "\"bound\":%d,\"seconds\":%.2f,\"cpuSeconds\":%.2f,\"movesPerSecond\":%.0f,\"seed\":%d}",
                    instance.name().replace("\\", "\\\\").replace("\"", "\\\""),
                    instance.problem().operations(),
                    instance.problem().machines(),
                    plan.feasible(),
                    plan.objective(),
                    bound,
                    seconds,
                    cpuSeconds,
                    moves / Math.max(1e-3, seconds),
                    seed);
        }
    }

    static Result run(Instance instance, Limits limits, Progress progress) {
        long began = System.nanoTime();
        double cpuBefore = cpuSeconds();
        long[] moves = new long[1];
        Assignment plan = new OptaPlannerSolver()
                .solve(instance.problem(), new int[0][], limits, new StopSignal(), (tried, better) -> {
                    moves[0] = tried;
                    if (better != null) {
                        progress.better((System.nanoTime() - began) / 1e9, tried, better.objective());
                    }
                });
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Result(
                instance, plan, LowerBound.ofMakespan(instance.problem()), seconds, cpuSeconds() - cpuBefore, moves[0]);
    }

    /** CPU time of the process; of its live threads only where the JVM does not tell. */
    static double cpuSeconds() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            return system.getProcessCpuTime() / 1e9;
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long nanos = 0;
        for (long id : threads.getAllThreadIds()) {
            nanos += Math.max(0, threads.getThreadCpuTime(id));
        }
        return nanos / 1e9;
    }
}
