package vn.nhain.scheduler.configure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.nhain.scheduler.instance.Instance;
import vn.nhain.scheduler.planning.OptaPlannerSolver;
import vn.nhain.scheduler.race.Marks;
import vn.nhain.scheduler.race.Memory;
import vn.nhain.scheduler.race.ThreadClock;
import vn.nhain.scheduler.search.Solver.Limits;
import vn.nhain.scheduler.search.StopSignal;

/**
 * Our solver as a contender of the race, in a process of its own like every other: {@code INSTANCE OUT THREADS MARKS seed=S
 * format=F}, as {@link vn.nhain.scheduler.race.Contender} says.
 */
public final class EngineContender {
    private EngineContender() {}

    /** Runs once. */
    public static void main(String[] args) throws Exception {
        Map<String, String> options = new HashMap<>();
        Arrays.stream(args).skip(4).map(word -> word.split("=", 2)).forEach(pair -> options.put(pair[0], pair[1]));
        Instance instance = Instance.read(Path.of(args[0]), options.getOrDefault("format", "ops"));
        int threads = Integer.parseInt(args[2]);
        List<Integer> marks =
                Arrays.stream(args[3].split(",", -1)).map(Integer::valueOf).toList();
        long seed = Long.parseLong(options.getOrDefault("seed", "1"));
        System.out.println(run(instance, args[1], threads, marks, seed));
    }

    private static String run(Instance instance, String out, int threads, List<Integer> marks, long seed)
            throws IOException {
        int last = marks.get(marks.size() - 1);
        ThreadClock clock = new ThreadClock(threads);
        Marks kept = new Marks(instance, out, marks, clock);
        StopSignal stop = new StopSignal();
        // the marks end it; the limit tells the solver what it has
        Limits limits = new Limits(0, last * 1000L + 500, 0, threads, seed);
        long[] moves = new long[1];
        double[] cpuSeconds = new double[1];
        long[] heapMb = {-1};
        kept.tell(new OptaPlannerSolver().solve(instance.problem(), new int[0][], limits, stop, (tried, better) -> {
            moves[0] = tried;
            cpuSeconds[0] = clock.getAsDouble() * threads;
            try {
                if (kept.tell(better) && !stop.isSignalled()) {
                    heapMb[0] = Memory.heapMb();
                    stop.signal();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
        kept.end();
        return String.format(
                Locale.ROOT,
                "RESULT %s n=%d m=%d %s movesPerSecond=%.0f heapMb=%d rssMb=%d",
                instance.name(),
                instance.problem().operations(),
                instance.problem().machines(),
                kept.words(),
                // a CPU second of a solving thread: on a busy machine wall seconds would tell of the others
                moves[0] / Math.max(1e-3, cpuSeconds[0]),
                heapMb[0],
                Memory.peakResidentMb());
    }
}
