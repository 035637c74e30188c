package vn.nhain.scheduler.configure;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.nhain.scheduler.configure.Main.WrongUseException;
import vn.nhain.scheduler.instance.Instance;
import vn.nhain.scheduler.search.Solver.Limits;

@Command(
        name = "race",
        description = "Solves every problem of a folder and compares with the best recorded beside it.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RaceCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Folder of problem files.")
    private Path folder = Path.of("");

    @Option(names = "--format", defaultValue = "ops", description = "ops or fjs. Default: ${DEFAULT-VALUE}.")
    private String format = "";

    @Option(
            names = "--seconds",
            split = ",",
            defaultValue = "10,60",
            description = "CPU seconds of a solving thread, one or more. Default: ${DEFAULT-VALUE}.")
    private List<Integer> seconds = new ArrayList<>();

    @Option(names = "--threads", defaultValue = "1", description = "Solving threads. Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Option(names = "--seed", defaultValue = "1", description = "Seed. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--out", paramLabel = "FILE.csv", description = "Also write the table to this file.")
    private @Nullable Path out;

    @Option(names = "--peer", description = "Race CP-SAT as well (not available yet).")
    private boolean peer;

    @Option(names = "--policies", description = "Compare with the planner's rules (not available yet).")
    private boolean policies;

    @Override
    public Integer call() throws Exception {
        if (spec == null) {
            throw new IllegalStateException("The command was not set up by the command line.");
        }
        requireKnown();
        PrintWriter print = spec.commandLine().getOut();
        Map<String, Long> recorded = Recorded.beside(folder);
        List<String> rows = new ArrayList<>();
        rows.add("instance,operations,machines,seconds,makespan,best_known,ratio,bound,feasible,moves_per_second");
        print.println(rows.get(0));
        boolean feasible = true;
        for (Path file : files()) {
            Instance instance = Instance.read(file, format);
            for (int budget : seconds) {
                // four times the CPU budget of wall time guards against a machine that is too busy to finish
                Limits limits = new Limits(budget * 4000L, budget * 1000L, 0, threads, seed);
                BenchmarkRun.Result result = BenchmarkRun.run(instance, limits, (elapsed, moves, best) -> {});
                String row = row(result, budget, recorded.get(instance.name()));
                feasible &= result.plan().feasible();
                rows.add(row);
                print.println(row);
                print.flush();
            }
        }
        if (out != null) {
            Files.write(out, rows);
        }
        return feasible ? 0 : 1;
    }

    private static String row(BenchmarkRun.Result result, int budget, @Nullable Long best) {
        return String.format(
                Locale.ROOT,
                "%s,%d,%d,%d,%d,%s,%s,%d,%s,%.0f",
                result.instance().name(),
                result.instance().problem().operations(),
                result.instance().problem().machines(),
                budget,
                result.plan().objective(),
                best == null ? "" : best,
                best == null
                        ? ""
                        : String.format(Locale.ROOT, "%.4f", result.plan().objective() / (double) best),
                result.bound(),
                result.plan().feasible(),
                result.moves() / Math.max(1e-3, result.seconds()));
    }

    private void requireKnown() {
        if (!format.equals("ops") && !format.equals("fjs")) {
            throw new WrongUseException("--format (%s) must be ops or fjs.".formatted(format));
        }
        if (peer || policies) {
            throw new WrongUseException("--peer and --policies are not available yet.");
        }
        if (seconds.stream().anyMatch(s -> s < 1 || s > 3600)) {
            throw new WrongUseException("--seconds (%s) must be whole numbers from 1 to 3600.".formatted(seconds));
        }
        if (!Files.isDirectory(folder)) {
            throw new WrongUseException("(%s) is not a folder.".formatted(folder));
        }
    }

    private List<Path> files() throws IOException {
        String ending = format.equals("ops") ? ".json" : ".txt";
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(f -> f.toString().endsWith(ending))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    /** Best known makespans from {@code reference.csv} or {@code best_known.csv} in the folder or the one above it. */
    private static final class Recorded {
        static Map<String, Long> beside(Path folder) throws IOException {
            Map<String, Long> best = new TreeMap<>();
            Path above = folder.toAbsolutePath().normalize().getParent();
            for (Path place : above == null ? List.of(folder) : List.of(folder, above)) {
                for (String name : List.of("reference.csv", "best_known.csv")) {
                    if (Files.exists(place.resolve(name))) {
                        read(Files.readAllLines(place.resolve(name)), best);
                    }
                }
            }
            return best;
        }

        private static void read(List<String> lines, Map<String, Long> best) {
            if (lines.isEmpty()) {
                return;
            }
            List<String> head = List.of(lines.get(0).split(",", -1));
            int column = head.indexOf("best_known");
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                if (column > 0 && cells.length > column && cells[column].matches("\\d+")) {
                    best.put(cells[0], Long.valueOf(cells[column]));
                }
            }
        }
    }
}
