package vn.nhain.scheduler.planning;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.impl.solver.DefaultSolver;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.timetable.Timetable;
import vn.nhain.scheduler.search.Assignment;
import vn.nhain.scheduler.search.Solver.Limits;
import vn.nhain.scheduler.search.Solver.Listener;
import vn.nhain.scheduler.search.StopSignal;

/** Runs searches from different seeds on threads of their own, watches their limits and tells of the best. */
final class ParallelSearch {
    private static final long WATCH_MILLIS = 20;
    private static final long TELL_MILLIS = 250;

    private final Problem problem;
    private final Limits limits;
    private final StopSignal stop;
    private final Listener listener;
    private final List<DefaultSolver<Plan>> searches = new ArrayList<>();
    private final ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
    private final long[] threadIds;

    private final Object lock = new Object();
    private final LongAdder moves = new LongAdder();
    private Plan best = new Plan();
    private HardMediumSoftLongScore bestScore = HardMediumSoftLongScore.ZERO;
    private boolean untold;

    ParallelSearch(OptaPlannerSolver solver, Problem problem, Limits limits, StopSignal stop, Listener listener) {
        this.problem = problem;
        this.limits = limits;
        this.stop = stop;
        this.listener = listener;
        this.threadIds = new long[limits.threads()];
        for (int i = 0; i < limits.threads(); i++) {
            DefaultSolver<Plan> search = solver.newSearch(problem, limits, limits.seed() + i);
            search.addEventListener(event -> offer(event.getNewBestSolution()));
            searches.add(search);
        }
    }

    Assignment run(Plan first, Assignment firstAssignment) {
        best = first;
        bestScore = TimetableCalculator.score(new Timetable(problem, first.sequences()));
        int[][] start = first.sequences();
        ExecutorService threads = Executors.newFixedThreadPool(searches.size(), runnable -> {
            Thread thread = new Thread(runnable, "solver");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < searches.size(); i++) {
                int number = i;
                running.add(threads.submit(() -> {
                    threadIds[number] = Thread.currentThread().getId();
                    offer(searches.get(number).solve(new Plan(problem, start, moves)));
                }));
            }
            watch(running);
            for (Future<?> search : running) {
                search.get();
            }
        } catch (InterruptedException e) {
            searches.forEach(DefaultSolver::terminateEarly);
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A search failed: " + e.getCause(), e.getCause());
        } finally {
            threads.shutdown();
        }
        synchronized (lock) {
            return best == first ? firstAssignment : Assignments.of(problem, best.sequences());
        }
    }

    private void offer(Plan plan) {
        HardMediumSoftLongScore score = plan.score();
        synchronized (lock) {
            if (score != null && score.compareTo(bestScore) > 0) {
                best = plan;
                bestScore = score;
                untold = true;
            }
        }
    }

    /** Until all searches have ended: ends them at their limits, and tells of progress. */
    private void watch(List<Future<?>> running) throws InterruptedException, ExecutionException {
        long began = System.nanoTime();
        long told = began;
        for (Future<?> search : running) {
            while (!search.isDone()) {
                try {
                    search.get(WATCH_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    long now = System.nanoTime();
                    if (stop.isSignalled() || isOver(now - began)) {
                        searches.forEach(DefaultSolver::terminateEarly);
                    }
                    if (now - told >= TimeUnit.MILLISECONDS.toNanos(TELL_MILLIS)) {
                        told = now;
                        tell();
                    }
                }
            }
        }
        tell();
    }

    private boolean isOver(long wallNanos) {
        if (limits.wallMillis() > 0 && wallNanos >= TimeUnit.MILLISECONDS.toNanos(limits.wallMillis())) {
            return true;
        }
        if (limits.cpuMillis() == 0) {
            return false;
        }
        for (long id : threadIds) {
            if (id == 0 || cpu.getThreadCpuTime(id) < TimeUnit.MILLISECONDS.toNanos(limits.cpuMillis())) {
                return false;
            }
        }
        return true;
    }

    private void tell() {
        int[][] better = new int[0][];
        synchronized (lock) {
            if (untold) {
                better = best.sequences();
                untold = false;
            }
        }
        listener.progress(moves.sum(), better.length == 0 ? null : Assignments.of(problem, better));
    }
}
