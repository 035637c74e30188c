package vn.nhain.scheduler.configure;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.nhain.scheduler.api.SolveLimits;
import vn.nhain.scheduler.configure.BenchmarkRun.Result;
import vn.nhain.scheduler.configure.Main.WrongUseException;
import vn.nhain.scheduler.instance.Instance;
import vn.nhain.scheduler.instance.PlanWriter;
import vn.nhain.scheduler.instance.nhain.ScheduleFile;
import vn.nhain.scheduler.search.Solver.Limits;

@Command(
        name = "solve",
        description = "Solves a problem file. The last line of stdout is one JSON object.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class SolveCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The problem file.")
    private Path file = Path.of("");

    @Option(names = "--format", defaultValue = "nhain", description = "nhain, ops or fjs. Default: ${DEFAULT-VALUE}.")
    private String format = "";

    @Option(names = "--seconds", defaultValue = "60", description = "Wall seconds at most. Default: ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(names = "--steps", defaultValue = "0", description = "Moves tried at most; 0 for no such limit.")
    private long steps;

    @Option(names = "--threads", defaultValue = "1", description = "Solving threads. Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Option(names = "--seed", defaultValue = "1", description = "Seed. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--out", paramLabel = "PLAN.json", description = "Write the plan to this file.")
    private @Nullable Path out;

    @Option(
            names = "--explain",
            paramLabel = "ORDER",
            description =
                    "Tell why an order is where it is; plan for what makes the whole plan cost what it costs (nhain only).")
    private @Nullable String explain;

    @Option(names = "--gangs", description = "Tell which small jobs may share a form, and what it saves (nhain only).")
    private boolean gangs;

    @Override
    public Integer call() throws Exception {
        if (seconds <= 0 || seconds > 86_400 || threads < 1 || threads > 64 || steps < 0) {
            throw new WrongUseException(
                    "--seconds (%s) must be more than 0 and at most 86400, --threads (%d) between 1 and 64, --steps (%d) at least 0."
                            .formatted(seconds, threads, steps));
        }
        Limits limits = new Limits(Math.max(1, (long) (seconds * 1000)), 0, steps, threads, seed);
        if (format.equals("nhain")) {
            return solvePlant(limits);
        }
        requireBenchmark();
        Instance instance = Instance.read(file, format);
        PrintWriter err = spec().commandLine().getErr();
        Result result = BenchmarkRun.run(
                instance,
                limits,
                (elapsed, moves, best) ->
                        err.printf(Locale.ROOT, "%6.1f s  makespan %d  %,d moves%n", elapsed, best, moves));
        if (out != null) {
            PlanWriter.write(instance, result.plan(), out);
        }
        spec().commandLine().getOut().println(result.toJson(seed));
        return result.plan().feasible() ? 0 : 1;
    }

    private void requireBenchmark() {
        if (!format.equals("ops") && !format.equals("fjs")) {
            throw new WrongUseException("--format (%s) must be nhain, ops or fjs.".formatted(format));
        }
        if (explain != null || gangs) {
            throw new WrongUseException("%s needs a problem of format nhain; (%s) has no orders."
                    .formatted(gangs ? "--gangs" : "--explain", format));
        }
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("The command was not set up by the command line.");
        }
        return spec;
    }

    private int solvePlant(Limits limits) throws Exception {
        SolveLimits plantLimits = new SolveLimits(
                Duration.ofMillis(limits.wallMillis()), limits.steps(), limits.threads(), limits.seed());
        PlantRun run = PlantRun.of(file, plantLimits, spec().commandLine().getErr());
        if (out != null) {
            ScheduleFile.write(run.plan(), out);
        }
        PrintWriter lines = spec().commandLine().getOut();
        if (explain != null) {
            run.explain(explain).forEach(lines::println);
        }
        if (gangs) {
            run.gangs().forEach(lines::println);
        }
        lines.println(run.toJson(seed));
        return 0;
    }
}
