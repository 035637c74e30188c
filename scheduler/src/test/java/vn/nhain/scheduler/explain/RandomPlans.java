package vn.nhain.scheduler.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.kernel.cost.CostSearch;
import vn.nhain.scheduler.kernel.neighbourhood.Neighbourhood;
import vn.nhain.scheduler.kernel.neighbourhood.Proposal;
import vn.nhain.scheduler.kernel.timetable.Timetable;
import vn.nhain.scheduler.plantproblem.KernelProblem;
import vn.nhain.scheduler.plantproblem.PlantProblem;
import vn.nhain.scheduler.plantproblem.ScheduleWriter;

/** Plans of a request that nobody would make, and some that a search would: the engine's timetable of each, and its rows. */
final class RandomPlans {
    private RandomPlans() {}

    /**
     * A plan as the engine has it and as it is published.
     *
     * @param vnd what the engine says it costs
     * @param operations that the engine may move
     */
    record Both(double vnd, int operations, Schedule schedule) {}

    /** By due date, then some hundred moves of chance away from it, in strides, then searched. */
    static List<Both> of(ScheduleRequest request, long seed, int strides) {
        PlantProblem plant = PlantProblem.of(request);
        KernelProblem engine = new KernelProblem(plant);
        Timetable timetable = new Timetable(engine.problem(), engine.toEngine(plant.dueDateFirst()));
        Random random = new Random(seed);
        List<Both> plans = new ArrayList<>();
        plans.add(both(plant, engine, timetable));
        for (int i = 0; i < strides; i++) {
            stray(engine, timetable, random);
            plans.add(both(plant, engine, timetable));
        }
        CostSearch search = new CostSearch(engine.problem(), timetable.sequences(), random);
        search.run(2000, 0.5);
        plans.add(both(plant, engine, new Timetable(engine.problem(), search.bestSequences())));
        return plans;
    }

    private static void stray(KernelProblem engine, Timetable timetable, Random random) {
        Neighbourhood neighbourhood = new Neighbourhood(engine.problem(), timetable);
        for (int i = 0; i < 30; i++) {
            if (neighbourhood.propose(random) instanceof Proposal.Relocate r) {
                if (timetable.move(r.operation(), r.machine(), r.index())) {
                    timetable.propagate();
                    timetable.commit();
                } else {
                    timetable.rollback();
                }
            }
        }
    }

    private static Both both(PlantProblem plant, KernelProblem engine, Timetable timetable) {
        int n = engine.problem().operations();
        int[] machine = new int[n];
        int[] start = new int[n];
        for (int o = 0; o < n; o++) {
            machine[o] = timetable.machineOf(o);
            start[o] = timetable.start(o);
        }
        return new Both(
                timetable.objective() / (double) KernelProblem.PER_VND,
                n,
                ScheduleWriter.write(plant, engine.toPlant(machine, start)));
    }
}
