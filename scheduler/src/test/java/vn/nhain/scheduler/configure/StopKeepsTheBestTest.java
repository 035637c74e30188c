package vn.nhain.scheduler.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.api.SolveJob;
import vn.nhain.scheduler.api.SolveLimits;
import vn.nhain.scheduler.api.SolveProgress;
import vn.nhain.scheduler.check.Verdict;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.planning.Assignments;
import vn.nhain.scheduler.planning.OptaPlannerSolver;
import vn.nhain.scheduler.plantproblem.KernelProblem;
import vn.nhain.scheduler.plantproblem.PlantProblem;
import vn.nhain.scheduler.search.Assignment;
import vn.nhain.scheduler.search.Solver;
import vn.nhain.scheduler.search.StopSignal;

/** Whenever and however a solve ends, it gives the best plan that it ever told of, and that plan holds. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class StopKeepsTheBestTest {
    @TempDir
    Path folder;

    /** The search itself, ended by its limit of steps: with one thread, and with two that compete. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void searchThatIsCutAtAnyStepGivesTheBestItTold(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        PlantProblem plant = PlantProblem.of(RandomPlantProblem.of(seed));
        KernelProblem engine = new KernelProblem(plant);
        int[][] start = engine.toEngine(plant.dueDateFirst());
        for (int threads : List.of(1, 2, 1)) {
            long steps = 1 + random.nextLong(4000);
            Queue<Long> told = new ConcurrentLinkedQueue<>();
            Assignment best = new OptaPlannerSolver()
                    .solve(
                            engine.problem(),
                            start,
                            new Solver.Limits(60_000, 0, steps, threads, seed),
                            new StopSignal(),
                            (moves, better) -> {
                                if (better != null) {
                                    told.add(better.objective());
                                }
                            });
            String what = "seed %d, %d steps, %d threads, told %s".formatted(seed, steps, threads, told);
            assertEquals(told.stream().mapToLong(v -> v).min().orElseThrow(), best.objective(), what);
            assertEquals(best.objective(), fromScratch(engine, best), what);
            assertTrue(best.feasible(), what);
        }
    }

    private static long fromScratch(KernelProblem engine, Assignment best) {
        int[][] sequences = engine.toEngine(engine.toPlant(best.machine(), best.start()));
        return Assignments.of(engine.problem(), sequences).objective();
    }

    /** A caller that stops after so many tellings, on the solver's own thread; the plan in force of some has frozen work. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void stoppedSolveGivesTheCheapestPlanItTold(long seed) throws Exception {
        ScheduleRequest request = RandomPlantProblem.of(seed);
        int tellings = (int) (seed % 3);
        List<SolveProgress> told = new ArrayList<>();
        AtomicReference<SolveJob> job = new AtomicReference<>();
        CountDownLatch known = new CountDownLatch(1);
        job.set(SchedulingServices.create()
                .solve(request, new SolveLimits(Duration.ofHours(1), 0, 1, seed), progress -> {
                    told.add(progress);
                    if (told.size() > tellings) {
                        awaitUninterruptibly(known);
                        job.get().stop();
                    }
                }));
        known.countDown();
        Schedule best = job.get().result().get();
        double lowest = told.stream().mapToDouble(SolveProgress::cost).min().orElseThrow();
        double total = best.figures().totalVnd();
        // the search goes on for a moment before it hears of the stop: it may have found better since it last told
        assertTrue(total <= lowest + 1, total + " VND in the end, but " + lowest + " was told");
        for (SolveProgress progress : told) {
            if (progress.better() != null) {
                assertTrue(total <= progress.better().figures().totalVnd() + 1e-6);
            }
        }
        Verdict verdict = Checked.verdict(folder, request, best);
        assertEquals(List.of(), verdict.violations());
        assertEquals(verdict.objective(), total, 1e-6 * total);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A search that tells good plans and then gives its first one back: the solve keeps what was told. */
    @Test
    void solveKeepsWhatWasToldThoughTheSearchLosesIt() throws Exception {
        ScheduleRequest request = RandomPlantProblem.of(3);
        SolveLimits limits = new SolveLimits(Duration.ofSeconds(60), 4000, 1, 1);
        Careless careless = new Careless();
        Schedule best = new DefaultSchedulingService(careless, System::nanoTime)
                .solve(request, limits, told -> {})
                .result()
                .get();
        assertTrue(careless.found < careless.first - 1, "the search found something better than its start");
        assertEquals(careless.found, best.figures().totalVnd(), 1);
        assertEquals(List.of(), Checked.violations(folder, request, best));
    }

    /** Gives back where it started, whatever it found, and tells a worse plan last. */
    private static final class Careless implements Solver {
        private volatile double first;
        private volatile double found;

        @Override
        public Assignment solve(Problem problem, int[][] start, Limits limits, StopSignal stop, Listener listener) {
            Assignment begin = Assignments.of(problem, start);
            listener.progress(0, begin);
            Assignment best = new OptaPlannerSolver().solve(problem, start, limits, stop, (moves, better) -> {});
            listener.progress(limits.steps(), best);
            listener.progress(limits.steps(), begin);
            first = begin.objective() / (double) KernelProblem.PER_VND;
            found = best.objective() / (double) KernelProblem.PER_VND;
            return begin;
        }
    }
}
