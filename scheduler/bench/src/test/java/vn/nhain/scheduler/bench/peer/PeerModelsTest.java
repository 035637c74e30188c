package vn.nhain.scheduler.bench.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.Literal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhain.scheduler.check.PlanChecker;
import vn.nhain.scheduler.instance.Instance;
import vn.nhain.scheduler.instance.PlanWriter;
import vn.nhain.scheduler.instance.generate.OpsGenerator;
import vn.nhain.scheduler.instance.generate.OpsShape;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.planning.OptaPlannerSolver;
import vn.nhain.scheduler.search.Assignment;
import vn.nhain.scheduler.search.Solver.Limits;
import vn.nhain.scheduler.search.StopSignal;

/** That the peers are given the problem as it is: neither looser, which the checker would refuse, nor tighter. */
final class PeerModelsTest {
    private static final OpsShape TINY = new OpsShape(11, 3, 1, 0.3, 0.1, 4);

    @TempDir
    Path folder;

    @BeforeAll
    static void load() {
        Loader.loadNativeLibraries();
    }

    /** Were the model tighter than the problem, our solver would find a plan below the model's optimum now and then. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void optimumOfTheWholeModelIsThatOfTheProblem(long seed) throws Exception {
        Instance instance = instance(TINY, seed);
        Problem problem = instance.problem();
        WholeModel whole = new WholeModel(problem);
        assertEquals("full", whole.kind());
        ShopModel model = whole.build();
        CpSolver solver = new CpSolver();
        CpSolverStatus status =
                new Workers(1, seed, () -> false).solve(solver, model.model, 30, new CpSolverSolutionCallback());
        assertEquals(CpSolverStatus.OPTIMAL, status);
        PlanState plan = whole.plan(model, solver::value);
        assertEquals(solver.value(model.makespan), plan.times().objective(), "the model's times are the plan's");
        assertFeasible(instance, plan.times());
        Assignment ours = new OptaPlannerSolver()
                .solve(
                        problem,
                        new int[0][],
                        new Limits(0, 0, 20_000, 1, seed),
                        new StopSignal(),
                        (moves, better) -> {});
        assertEquals(solver.value(model.makespan), ours.objective());
    }

    /** What a part promises with the rest of the plan as bounds must come true when the whole plan is timed. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void makespanThatAPartPromisesIsReachedByTheWholePlan(long seed) throws Exception {
        Instance instance = instance(new OpsShape(60, 5, 1, 0.3, 0.05, 5), seed);
        Problem problem = instance.problem();
        SplittableRandom random = new SplittableRandom(seed);
        LargeNeighbourhoodSearch search = new LargeNeighbourhoodSearch(problem, random);
        PartPicker picker = new PartPicker(problem, random);
        PlanState plan = PlanState.greedy(problem);
        assertTrue(plan.times().feasible());
        for (int round = 0; round < 12; round++) {
            Part part = picker.pick(plan, 12);
            ShopModel model = search.model(plan, part);
            CpSolver solver = new CpSolver();
            CpSolverStatus status =
                    new Workers(1, seed, () -> false).solve(solver, model.model, 0.2, new CpSolverSolutionCallback());
            assertTrue(
                    List.of(CpSolverStatus.OPTIMAL, CpSolverStatus.FEASIBLE, CpSolverStatus.UNKNOWN)
                            .contains(status),
                    "the plan as it is solves the model, which is " + status);
            if (status == CpSolverStatus.UNKNOWN) {
                continue;
            }
            PlanState next = search.solution(plan, part, model, solver);
            long promised = plan.times().objective();
            for (Literal reached : model.reached()) {
                promised -= solver.booleanValue(reached) ? 1 : 0;
            }
            assertTrue(next.times().objective() <= promised, next.times().objective() + " but " + promised);
            assertFeasible(instance, next.times());
            plan = next;
        }
    }

    private Instance instance(OpsShape shape, long seed) throws Exception {
        Path file = folder.resolve("p" + seed + ".json");
        OpsGenerator.write(shape, seed, file);
        return Instance.read(file, "ops");
    }

    private void assertFeasible(Instance instance, Assignment plan) throws Exception {
        Path file = folder.resolve("plan.json");
        PlanWriter.write(instance, plan, file);
        assertEquals(
                List.of(),
                PlanChecker.check(folder.resolve(instance.name() + ".json"), "ops", file)
                        .violations());
        assertTrue(Files.exists(file));
    }
}
