package vn.nhain.scheduler.configure;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nhain.scheduler.api.Figures;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.check.PlanChecker;
import vn.nhain.scheduler.check.Verdict;
import vn.nhain.scheduler.instance.nhain.ProblemFile;
import vn.nhain.scheduler.instance.nhain.ProblemFileException;
import vn.nhain.scheduler.instance.nhain.ScheduleFile;
import vn.nhain.scheduler.planning.OptaPlannerSolver;
import vn.nhain.scheduler.plantproblem.KernelProblem;
import vn.nhain.scheduler.plantproblem.MachineSequences;
import vn.nhain.scheduler.plantproblem.PlantProblem;
import vn.nhain.scheduler.plantproblem.ScheduleWriter;
import vn.nhain.scheduler.search.Assignment;
import vn.nhain.scheduler.search.Solver;
import vn.nhain.scheduler.search.StopSignal;

/**
 * Compares our plans with those of a planner's rules on plants' problems: orders by due date with first fit; the usual rule,
 * which groups print jobs by paper, format and inks inside the slack of due dates; ours after so many CPU seconds of one thread. Every plan is judged by the independent checker.
 */
final class PolicyRace {
    static final String HEAD = "instance,policy,seed,total_vnd,late_orders,late_hours,setup_hours,makeready_sheets,kwh,"
            + "peak_kwh,co2e_kg,violations";

    /** Wall time to CPU time at most: guards against a machine that is too busy to finish. */
    private static final long WALL_FOR_CPU = 20;

    private final List<Integer> seconds;
    private final List<Long> seeds;
    private final PrintWriter print;
    private final List<String> rows = new ArrayList<>();
    private boolean feasible = true;

    PolicyRace(List<Integer> seconds, List<Long> seeds, PrintWriter print) {
        this.seconds = seconds;
        this.seeds = seeds;
        this.print = print;
    }

    /**
     * Races over the problem files of a folder.
     *
     * @return whether every plan is feasible
     */
    boolean run(Path folder, String match, @Nullable Path out)
            throws IOException, ProblemFileException, InterruptedException, ExecutionException {
        row(HEAD);
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(f -> f.toString().endsWith(".yaml"))
                    .filter(f -> Pattern.matches(match, name(f)))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            race(file);
        }
        if (out != null) {
            Files.write(out, rows);
        }
        return feasible;
    }

    private static String name(Path file) {
        return Objects.requireNonNull(file.getFileName()).toString().replaceFirst("\\.yaml$", "");
    }

    private void race(Path file) throws IOException, ProblemFileException {
        ScheduleRequest request = ProblemFile.read(file);
        PlantProblem plant = PlantProblem.of(request);
        judge(file, "due-date-first-fit", "", plant, plant.dueDateFirst());
        KernelProblem engine = new KernelProblem(plant);
        judge(file, "grouped-in-slack", "", plant, engine.groupedByPaperFormatAndInks());
        int[][] start = engine.toEngine(BackgroundSolve.start(plant, engine, List.of()));
        for (int budget : seconds) {
            for (long seed : seeds) {
                Solver.Limits limits = new Solver.Limits(budget * 1000L * WALL_FOR_CPU, budget * 1000L, 0, 1, seed);
                Assignment best = new OptaPlannerSolver()
                        .solve(engine.problem(), start, limits, new StopSignal(), (moves, better) -> {});
                MachineSequences sequences = engine.toPlant(best.machine(), best.start());
                judge(file, "ours-" + budget + "s", Long.toString(seed), plant, sequences);
            }
        }
    }

    private void judge(Path file, String policy, String seed, PlantProblem plant, MachineSequences sequences)
            throws IOException {
        Schedule schedule = ScheduleWriter.write(plant, sequences);
        Path plan = Files.createTempFile("plan", ".json");
        Verdict verdict;
        try {
            ScheduleFile.write(schedule, plan);
            verdict = PlanChecker.check(file, "nhain", plan);
        } finally {
            Files.delete(plan);
        }
        Figures f = schedule.figures();
        boolean same = Math.abs(verdict.objective() - f.totalVnd()) <= 1e-6 * f.totalVnd();
        feasible &= verdict.feasible() && same;
        row(String.format(
                Locale.ROOT,
                "%s,%s,%s,%.0f,%d,%.1f,%.1f,%d,%.0f,%.0f,%.0f,%s",
                name(file),
                policy,
                seed,
                verdict.objective(),
                f.lateOrders(),
                f.lateHours(),
                f.setupHours(),
                f.makereadySheets(),
                f.kwh(),
                f.peakKwh(),
                f.co2eKg(),
                same ? verdict.violations().size() : "COST"));
    }

    private void row(String row) {
        rows.add(row);
        print.println(row);
        print.flush();
    }
}
