package vn.nhain.scheduler.planning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhain.scheduler.check.PlanChecker;
import vn.nhain.scheduler.check.Verdict;
import vn.nhain.scheduler.check.Violation;
import vn.nhain.scheduler.instance.Instance;
import vn.nhain.scheduler.instance.PlanWriter;
import vn.nhain.scheduler.instance.generate.OpsGenerator;
import vn.nhain.scheduler.instance.generate.OpsShape;
import vn.nhain.scheduler.kernel.greedy.Greedy;
import vn.nhain.scheduler.kernel.greedy.Rule;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.timetable.Timetable;
import vn.nhain.scheduler.kernel.workload.RandomProblem;
import vn.nhain.scheduler.search.Assignment;
import vn.nhain.scheduler.search.LowerBound;
import vn.nhain.scheduler.search.Solver.Limits;
import vn.nhain.scheduler.search.StopSignal;

/** What the engine plans is what the checker, which shares no code with it, finds feasible, with the same makespan. */
final class EngineAndCheckerTest {
    @TempDir
    Path folder;

    private Path file;

    /** Any order of the machines: the timetable says what the checker says, a missed fixed start included. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aTimetableIsFeasibleExactlyWhenTheCheckerSaysSo(long seed) throws Exception {
        Instance instance = instance(15 + (int) seed * 4, 2, seed);
        Problem problem = instance.problem();
        Random random = new Random(seed);
        Timetable timetable = new Timetable(problem, RandomProblem.sequences(problem, random));
        for (int i = 0; i < 120; i++) {
            if (i % 20 == 0) {
                compare(instance, Assignments.of(problem, timetable.sequences()), timetable);
            }
            int o = random.nextInt(problem.operations());
            int k = problem.eligible(o)[random.nextInt(problem.eligible(o).length)];
            int room = timetable.size(k) - (timetable.machineOf(o) == k ? 1 : 0);
            if (timetable.move(o, k, random.nextInt(room + 1))) {
                timetable.propagate();
                timetable.commit();
            } else {
                timetable.rollback();
            }
        }
    }

    private void compare(Instance instance, Assignment plan, Timetable timetable) throws Exception {
        Verdict verdict = check(instance, plan);
        assertEquals(timetable.violation() == 0, verdict.feasible(), () -> verdict.violations()
                .toString());
        assertEquals(timetable.makespan(), verdict.objective());
        Set<String> named =
                verdict.violations().stream().map(Violation::constraint).collect(Collectors.toSet());
        assertTrue(verdict.feasible() || named.equals(Set.of("FIXED")), named::toString);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void everyGreedyRuleMakesAFeasiblePlan(Rule rule) throws Exception {
        for (long seed = 1; seed <= 12; seed++) {
            Instance instance = instance(10 + (int) seed * 9, (int) seed % 4, seed);
            Assignment plan = Assignments.of(instance.problem(), Greedy.sequences(instance.problem(), rule));
            Verdict verdict = check(instance, plan);
            assertTrue(verdict.feasible(), "seed " + seed + ": " + verdict.violations());
            assertTrue(LowerBound.ofMakespan(instance.problem()) <= plan.objective(), "seed " + seed);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void aSolvedPlanIsFeasibleAndNeverWorseThanTheFirst(long seed) throws Exception {
        Instance instance = instance(40, 2, seed);
        long[] first = {-1};
        Assignment plan = solve(instance.problem(), 3000, seed, first);
        assertTrue(check(instance, plan).feasible());
        assertEquals((double) plan.objective(), check(instance, plan).objective());
        assertTrue(plan.objective() <= first[0]);
    }

    @Test
    void theSameSeedGivesTheSamePlanAndAnotherAnother() throws Exception {
        Problem problem = instance(60, 1, 9).problem();
        Assignment one = solve(problem, 4000, 5, new long[1]);
        Assignment two = solve(problem, 4000, 5, new long[1]);
        assertArrayEquals(one.machine(), two.machine());
        assertArrayEquals(one.start(), two.start());
        Assignment other = solve(problem, 4000, 6, new long[1]);
        assertNotEquals(Arrays.toString(one.start()), Arrays.toString(other.start()), "the seed changes nothing");
    }

    /** Every machine of every operation in every order: the bound holds for it, and the solver gets there. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void tinyProblemsAreSolvedToTheOptimum(long seed) throws Exception {
        OpsShape shape = new OpsShape(5, 2, (int) seed % 2, 0.3, 0.2, 4);
        Problem problem = Instance.parse("tiny", "ops", OpsGenerator.generate(shape, seed))
                .problem();
        long optimum = new Exhaustive(problem).makespan();
        assertTrue(LowerBound.ofMakespan(problem) <= optimum, "the bound is above the optimum");
        assertEquals(optimum, solve(problem, 5000, seed, new long[1]).objective());
    }

    private Instance instance(int operations, int fixed, long seed) throws Exception {
        file = folder.resolve("generated.json");
        Files.writeString(file, OpsGenerator.generate(OpsShape.of(operations).withFixed(fixed % 3), seed));
        return Instance.read(file, "ops");
    }

    private Verdict check(Instance instance, Assignment plan) throws Exception {
        Path out = folder.resolve("plan.json");
        PlanWriter.write(instance, plan, out);
        return PlanChecker.check(file, "ops", out);
    }

    private static Assignment solve(Problem problem, long steps, long seed, long[] first) {
        first[0] = -1;
        return new OptaPlannerSolver()
                .solve(
                        problem,
                        new int[0][],
                        new Limits(120_000, 0, steps, 1, seed),
                        new StopSignal(),
                        (moves, better) -> {
                            if (first[0] < 0 && better != null) {
                                first[0] = better.objective();
                            }
                        });
    }
}
