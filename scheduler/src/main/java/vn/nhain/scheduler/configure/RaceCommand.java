package vn.nhain.scheduler.configure;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.nhain.scheduler.configure.Main.WrongUseException;
import vn.nhain.scheduler.race.Contender;
import vn.nhain.scheduler.race.Race;
import vn.nhain.scheduler.race.RaceSettings;
import vn.nhain.scheduler.race.events.EventRace;

@Command(
        name = "race",
        description =
                "Races the solver over the problems of a folder: every contender in a process of its own with the same"
                        + " CPU seconds, every plan judged by the independent checker.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RaceCommand implements Callable<Integer> {
    /** Environment variable that the launcher sets: class path of the peers. */
    private static final String PEERS = "NHAIN_PEERS";

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "Folder of problem files.")
    private @Nullable Path folder;

    @Option(names = "--format", defaultValue = "ops", description = "ops or fjs. Default: ${DEFAULT-VALUE}.")
    private String format = "";

    @Option(
            names = "--match",
            defaultValue = ".*",
            paramLabel = "REGEX",
            description = "Only problems whose name matches. Default: ${DEFAULT-VALUE}.")
    private String match = "";

    @Option(
            names = "--seconds",
            split = ",",
            defaultValue = "10,60",
            description =
                    "CPU seconds of a thread at which plans are compared, all in one run. Default: ${DEFAULT-VALUE}.")
    private List<Integer> seconds = new ArrayList<>();

    @Option(
            names = {"--seeds", "--seed"},
            split = ",",
            defaultValue = "1,2,3",
            description = "A run each; the median counts. Default: ${DEFAULT-VALUE}.")
    private List<Long> seeds = new ArrayList<>();

    @Option(
            names = "--threads",
            defaultValue = "1",
            description = "Threads of each contender. Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Option(names = "--out", paramLabel = "FILE.csv", description = "Write a row a plan, as soon as it is judged.")
    private @Nullable Path out;

    @Option(names = "--resume", description = "Go on with --out where it stopped: what is in it is not run again.")
    private boolean resume;

    @Option(names = "--plans", paramLabel = "DIR", description = "Keep every plan there, for other checkers.")
    private @Nullable Path plans;

    @Option(
            names = "--best",
            paramLabel = "FILE.csv",
            description =
                    "Columns instance, best_known, lower_bound. Default: reference.csv or best_known.csv in DIR or above.")
    private @Nullable Path best;

    @Option(
            names = "--reference",
            paramLabel = "JAR",
            description = "Race the reference program of the print-shop benchmark as well (ops only).")
    private @Nullable Path reference;

    @Option(
            names = "--peer",
            description =
                    "Race CP-SAT as well: one model of the whole, and a large-neighbourhood search over small models.")
    private boolean peer;

    @Option(
            names = "--growth",
            arity = "0..1",
            split = ",",
            paramLabel = "SIZES",
            fallbackValue = "500,1000,2000,5000,10000",
            description =
                    "Race over generated problems of so many operations instead of a folder, and tell how first plan,"
                            + " moves and memory grow. Sizes: ${FALLBACK-VALUE}.")
    private @Nullable List<Integer> growth;

    @Option(
            names = "--policies",
            description =
                    "Compare plants' problems (*.yaml, format nhain) with a planner's rules instead; one thread each.")
    private boolean policies;

    @Option(
            names = "--events",
            description =
                    "Let things happen to plants' problems (*.yaml, format nhain) instead, between solves and while one"
                            + " runs, and measure the repair; the first of --seconds is the search behind it.")
    private boolean events;

    @Option(
            names = "--stability",
            defaultValue = "1",
            paramLabel = "FACTOR",
            description = "With --events: how many times the plant's price of moving work away from the plan in force"
                    + " counts, 0 to 1000. Default: ${DEFAULT-VALUE}.")
    private double stability;

    @Override
    public Integer call() throws Exception {
        if (spec == null) {
            throw new IllegalStateException("The command was not set up by the command line.");
        }
        PrintWriter print = spec.commandLine().getOut();
        if (policies || events) {
            require(!policies || !events, "name either --policies or --events, and not both.");
            require(
                    stability >= 0 && stability <= 1000,
                    "--stability (%s) must be between 0 and 1000.".formatted(stability));
            requireNumbers();
            if (folder == null || !Files.isDirectory(folder)) {
                throw new WrongUseException("(%s) is not a folder with problem files (*.yaml).".formatted(folder));
            }
            boolean good = policies
                    ? new PolicyRace(seconds, seeds, print).run(folder, match, out)
                    : new EventRace(
                                    SchedulingServices.create(),
                                    BenchmarkRun::cpuSeconds,
                                    seconds.get(0),
                                    threads,
                                    stability,
                                    seeds,
                                    print)
                            .run(folder, match, out, plans);
            return good ? 0 : 1;
        }
        requireKnown();
        PrintWriter notes = spec.commandLine().getErr();
        RaceSettings settings =
                new RaceSettings(format, seconds, seeds, threads, Optional.ofNullable(out), Optional.ofNullable(plans));
        boolean feasible = folder != null
                ? Race.run(settings, contenders(), folder, match, best, print, notes)
                : Race.grow(settings, contenders(), growth == null ? List.of() : growth, print, notes);
        return feasible ? 0 : 1;
    }

    private List<Contender> contenders() {
        List<Contender> contenders = new ArrayList<>();
        contenders.add(new Contender(
                Contender.OURS, java(System.getProperty("java.class.path"), EngineContender.class.getName())));
        if (reference != null) {
            contenders.add(new Contender("reference", java(reference.toString(), "ops.Tabu")));
        }
        String peers = System.getenv(PEERS);
        if (peer && peers != null) {
            for (String name : List.of("model", "lns")) {
                List<String> launch = new ArrayList<>(java(peers, "vn.nhain.scheduler.bench.peer.CpSatContender"));
                launch.add(name);
                contenders.add(new Contender("cpsat-" + name, launch));
            }
        }
        return contenders;
    }

    /** The same Java with the same options for all. */
    private static List<String> java(String classPath, String main) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-Xmx2g"));
        String log = System.getProperty("logback.configurationFile");
        if (log != null) {
            command.add("-Dlogback.configurationFile=" + log);
        }
        command.addAll(List.of("-cp", classPath, main));
        return command;
    }

    private void requireKnown() {
        require(format.equals("ops") || format.equals("fjs"), "--format (%s) must be ops or fjs.".formatted(format));
        require(
                !peer || System.getenv(PEERS) != null,
                "--peer needs OR-tools, which is not part of the product: 'nhain race --peer' builds and finds it.");
        requireNumbers();
        require((folder == null) == (growth != null), "name either a folder of problems or --growth, and not both.");
        require(folder == null || Files.isDirectory(folder), "(%s) is not a folder.".formatted(folder));
        require(
                growth == null || (format.equals("ops") && growth.stream().allMatch(n -> n >= 1 && n <= 100_000)),
                "--growth (%s) must be numbers of operations from 1 to 100000, and --format (%s) ops."
                        .formatted(growth, format));
        require(
                reference == null || (Files.isRegularFile(reference) && format.equals("ops")),
                "--reference (%s) must be a jar file, and --format (%s) ops.".formatted(reference, format));
        require(best == null || Files.isRegularFile(best), "--best (%s) must be a CSV file.".formatted(best));
        require(
                out == null || resume || !Files.exists(out),
                "--out (%s) exists: give --resume to go on with it, or name another file.".formatted(out));
        require(!resume || out != null, "--resume needs --out with the file to go on with.");
        try {
            Pattern.compile(match);
        } catch (PatternSyntaxException e) {
            throw new WrongUseException(
                    "--match (%s) must be a regular expression: %s.".formatted(match, e.getDescription()));
        }
    }

    private void requireNumbers() {
        require(
                !seconds.isEmpty() && seconds.stream().allMatch(s -> s >= 1 && s <= 3600),
                "--seconds (%s) must be whole numbers from 1 to 3600.".formatted(seconds));
        require(!seeds.isEmpty(), "--seeds (%s) must name at least one seed, such as 1,2,3.".formatted(seeds));
        require(threads >= 1 && threads <= 64, "--threads (%d) must be between 1 and 64.".formatted(threads));
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new WrongUseException(message);
        }
    }
}
