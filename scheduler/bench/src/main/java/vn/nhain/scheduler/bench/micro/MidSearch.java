package vn.nhain.scheduler.bench.micro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import vn.nhain.scheduler.instance.Instance;
import vn.nhain.scheduler.instance.InstanceException;
import vn.nhain.scheduler.instance.generate.OpsGenerator;
import vn.nhain.scheduler.instance.generate.OpsShape;
import vn.nhain.scheduler.kernel.greedy.Greedy;
import vn.nhain.scheduler.kernel.greedy.Rule;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.timetable.Timetable;
import vn.nhain.scheduler.kernel.workload.WorkloadSearch;

/** A generated problem and a plan of it that the search has worked on for a while, with moves that it could make. */
@State(Scope.Thread)
public class MidSearch {
    private static final int STEPS = 300;
    /** A power of two, so that they can be gone through in turn. */
    static final int MOVES = 4096;

    @Param({"100", "1000", "10000"})
    public int operations;

    Problem problem = Problem.builder(vn.nhain.scheduler.kernel.problem.Objective.MAKESPAN)
            .build();
    int[][] sequences = new int[0][];
    /** Operation, machine and place of moves that close no cycle, three numbers each. */
    int[] moves = new int[0];

    /** Generates, starts greedily, searches, and collects moves. */
    @Setup(Level.Trial)
    public void search() throws IOException, InstanceException {
        Path file = Files.createTempFile("nhain-bench", ".json");
        OpsGenerator.write(OpsShape.of(operations), 1, file);
        problem = Instance.read(file, "ops").problem();
        Files.delete(file);
        WorkloadSearch search =
                new WorkloadSearch(problem, Greedy.sequences(problem, Rule.EARLIEST_END), new SplittableRandom(1));
        for (int i = 0; i < STEPS; i++) {
            search.step();
        }
        sequences = search.bestSequences();
        moves = moves(new Timetable(problem, sequences), new SplittableRandom(2));
    }

    /** Random operations to random places between their predecessors' starts and their successors'. */
    private int[] moves(Timetable timetable, SplittableRandom random) {
        int[] found = new int[3 * MOVES];
        int count = 0;
        while (count < MOVES) {
            int o = random.nextInt(problem.operations());
            int k = problem.eligible(o)[random.nextInt(problem.eligible(o).length)];
            int size = timetable.size(k) - (timetable.machineOf(o) == k ? 1 : 0);
            int place = nearestPlace(timetable, o, k, size);
            if (place < 0) {
                continue;
            }
            boolean acyclic = timetable.move(o, k, place);
            timetable.rollback();
            if (acyclic) {
                found[3 * count] = o;
                found[3 * count + 1] = k;
                found[3 * count++ + 2] = place;
            }
        }
        return found;
    }

    /** The place of a machine where what is there starts next after the operation's start now; -1 for the place it has. */
    private static int nearestPlace(Timetable timetable, int o, int k, int size) {
        int place = 0;
        while (place < timetable.size(k) && timetable.start(timetable.operationAt(k, place)) < timetable.start(o)) {
            place++;
        }
        boolean same = timetable.machineOf(o) == k && place == timetable.indexOf(o);
        return same ? Math.min(size, place + 1) == place ? -1 : Math.min(size, place + 1) : Math.min(size, place);
    }
}
