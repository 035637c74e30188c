package vn.nhain.scheduler.bench.peer;

import com.google.ortools.Loader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import vn.nhain.scheduler.instance.Instance;
import vn.nhain.scheduler.race.Marks;
import vn.nhain.scheduler.race.Memory;

/**
 * CP-SAT as a contender of the race: {@code PEER INSTANCE OUT WORKERS MARKS seed=S format=F}, as {@link
 * vn.nhain.scheduler.race.Contender} says, after the peer: {@code model} for one model of the whole, {@code lns} for the
 * large-neighbourhood search.
 */
public final class CpSatContender {
    private CpSatContender() {}

    /** Runs once. */
    public static void main(String[] args) throws Exception {
        Map<String, String> options = new HashMap<>();
        Arrays.stream(args).skip(5).map(word -> word.split("=", 2)).forEach(pair -> options.put(pair[0], pair[1]));
        Instance instance = Instance.read(Path.of(args[1]), options.getOrDefault("format", "ops"));
        Loader.loadNativeLibraries();
        int workers = Integer.parseInt(args[3]);
        List<Integer> marks =
                Arrays.stream(args[4].split(",", -1)).map(Integer::valueOf).toList();
        long seed = Long.parseLong(options.getOrDefault("seed", "1"));
        Marks kept = new Marks(instance, args[2], marks, new ProcessClock(workers));
        String kind = run(args[0], instance, new Workers(workers, seed, () -> isOver(kept)), kept, seed);
        kept.end();
        System.out.printf(
                Locale.ROOT,
                "RESULT %s n=%d m=%d %s model=%s rssMb=%d%n",
                instance.name(),
                instance.problem().operations(),
                instance.problem().machines(),
                kept.words(),
                kind,
                Memory.peakResidentMb());
    }

    private static String run(String peer, Instance instance, Workers workers, Marks marks, long seed)
            throws IOException {
        if (peer.equals("model")) {
            WholeModel model = new WholeModel(instance.problem());
            model.run(workers, marks);
            return model.kind();
        }
        if (peer.equals("lns")) {
            new LargeNeighbourhoodSearch(instance.problem(), new SplittableRandom(seed)).run(workers, marks);
            return "lns";
        }
        throw new IllegalArgumentException("The peer (%s) must be model or lns.".formatted(peer));
    }

    private static boolean isOver(Marks marks) {
        try {
            return marks.tell(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
