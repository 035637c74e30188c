package vn.nhain.scheduler.bench.micro;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import vn.nhain.scheduler.kernel.greedy.Greedy;
import vn.nhain.scheduler.kernel.greedy.Rule;
import vn.nhain.scheduler.kernel.problem.Objective;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.timetable.Timetable;
import vn.nhain.scheduler.kernel.workload.WorkloadProbe;
import vn.nhain.scheduler.kernel.workload.WorkloadSearch;

/**
 * What a search spends its time on, each by itself. Times are samples of single operations: their median stands also on a machine
 * that does other work.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx2g"})
public class HotOperations {
    private Problem problem = Problem.builder(Objective.MAKESPAN).build();
    private int[][] sequences = new int[0][];
    private int[] moves = new int[0];
    private Timetable timetable = new Timetable(problem, sequences);
    private WorkloadProbe probe = new WorkloadProbe(problem, sequences, new SplittableRandom(1));
    private WorkloadSearch search = new WorkloadSearch(problem, sequences, new SplittableRandom(1));
    private int next;

    /** Begins each iteration with the same plan. */
    @Setup(Level.Iteration)
    public void begin(MidSearch from) {
        problem = from.problem;
        sequences = from.sequences;
        moves = from.moves;
        timetable = new Timetable(problem, sequences);
        probe = new WorkloadProbe(problem, sequences, new SplittableRandom(3));
        search = new WorkloadSearch(problem, sequences, new SplittableRandom(3));
        next = 0;
    }

    /** All places of an operation are compared: a critical move. */
    @Benchmark
    public boolean findPlace() {
        return probe.findPlace(moves[3 * (next++ & (MidSearch.MOVES - 1))]);
    }

    /** All harmless places of an operation are compared: a work move. */
    @Benchmark
    public boolean findWorkSaving() {
        return probe.findWorkSaving(moves[3 * (next++ & (MidSearch.MOVES - 1))]);
    }

    /** All latest starts are computed from scratch. */
    @Benchmark
    public void backwardPass() {
        probe.backwardPass();
    }

    /** A move is made, timed, and taken back: what a refused move costs. */
    @Benchmark
    public int applyAndUndo() {
        int at = 3 * (next++ & (MidSearch.MOVES - 1));
        if (timetable.move(moves[at], moves[at + 1], moves[at + 2])) {
            timetable.propagate();
        }
        int makespan = timetable.makespan();
        timetable.rollback();
        return makespan;
    }

    /** A move is made without timing it, and taken back: sequences, order and journal alone. */
    @Benchmark
    public boolean orderAndUndo() {
        int at = 3 * (next++ & (MidSearch.MOVES - 1));
        boolean acyclic = timetable.move(moves[at], moves[at + 1], moves[at + 2]);
        timetable.rollback();
        return acyclic;
    }

    /** All operations are timed from scratch. */
    @Benchmark
    public int forwardPass() {
        return new Timetable(problem, sequences).makespan();
    }

    /** A plan from nothing. */
    @Benchmark
    public int[][] greedy() {
        return Greedy.sequences(problem, Rule.EARLIEST_END);
    }

    /** One step of the work-load search: a critical move and the work moves after it. */
    @Benchmark
    public int searchStep() {
        search.step();
        return search.bestMakespan();
    }
}
