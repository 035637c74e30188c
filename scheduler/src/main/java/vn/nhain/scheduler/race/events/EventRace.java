package vn.nhain.scheduler.race.events;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nhain.scheduler.api.CostLine;
import vn.nhain.scheduler.api.PlanChanges;
import vn.nhain.scheduler.api.PlanChanges.Band;
import vn.nhain.scheduler.api.PlannedOperation;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.api.SchedulingService;
import vn.nhain.scheduler.api.SolveJob;
import vn.nhain.scheduler.api.SolveLimits;
import vn.nhain.scheduler.api.SolveProgress;
import vn.nhain.scheduler.check.PlanChecker;
import vn.nhain.scheduler.check.Verdict;
import vn.nhain.scheduler.instance.nhain.ProblemFile;
import vn.nhain.scheduler.instance.nhain.ProblemFileException;
import vn.nhain.scheduler.instance.nhain.ProblemWriter;
import vn.nhain.scheduler.instance.nhain.ScheduleFile;

/**
 * Fires events at the plans of plants' problems, between two solves and while one runs, and tells how long the first plan
 * took that knows the event, what it costs, and what moved. Every plan is judged by the independent checker.
 */
public final class EventRace {
    /** Columns of the results. */
    public static final String HEAD = "instance,event,when,seed,operations,first_wall_ms,first_cpu_ms,before_vnd,"
            + "repaired_vnd,searched_vnd,repaired_moved_4h,repaired_moved_24h,repaired_moved_72h,repaired_moved_later,"
            + "searched_moved_4h,searched_moved_24h,searched_moved_72h,searched_moved_later,frozen_untouched_moved,"
            + "violations";

    /** How long the floor has worked by the plan when something happens. */
    private static final Duration ELAPSED = Duration.ofHours(2);
    /** How far ahead the plan in force keeps machine and order: what the dashboard has by default. */
    private static final Duration FROZEN = Duration.ofHours(2);

    private final SchedulingService service;
    private final DoubleSupplier cpuSeconds;
    private final int seconds;
    private final int threads;
    private final double stability;
    private final List<Long> seeds;
    private final PrintWriter print;
    private final List<String> rows = new ArrayList<>();
    private boolean good = true;

    /**
     * A race.
     *
     * @param service plans
     * @param cpuSeconds CPU time of the process
     * @param seconds CPU seconds of search, for the plan in force and behind each repair; 0 for none
     * @param threads solving threads
     * @param stability factor on the price of moving work away from the plan in force
     * @param seeds of the events, a draw each
     * @param print takes the rows
     */
    public EventRace(
            SchedulingService service,
            DoubleSupplier cpuSeconds,
            int seconds,
            int threads,
            double stability,
            List<Long> seeds,
            PrintWriter print) {
        this.service = service;
        this.cpuSeconds = cpuSeconds;
        this.seconds = seconds;
        this.threads = threads;
        this.stability = stability;
        this.seeds = List.copyOf(seeds);
        this.print = print;
    }

    /**
     * Races over the problem files of a folder.
     *
     * @param match which names
     * @param out takes the rows too, as a file
     * @param keep folder that keeps every problem and plan, for other checkers
     * @return whether every plan holds and no operation moved that is frozen and not touched
     */
    public boolean run(Path folder, String match, @Nullable Path out, @Nullable Path keep)
            throws IOException, ProblemFileException, InterruptedException, ExecutionException {
        row(HEAD);
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(f -> f.toString().endsWith(".yaml"))
                    .filter(f -> Pattern.matches(match, name(f)))
                    .sorted()
                    .toList();
        }
        Path plans = keep == null ? Files.createTempDirectory("plans") : Files.createDirectories(keep);
        for (Path file : files) {
            race(file, plans, keep != null);
        }
        if (keep == null) {
            Files.delete(plans);
        }
        if (out != null) {
            Files.write(out, rows);
        }
        return good && !files.isEmpty();
    }

    private static String name(Path file) {
        return Objects.requireNonNull(file.getFileName()).toString().replaceFirst("\\.yaml$", "");
    }

    private void race(Path file, Path plans, boolean keep)
            throws IOException, ProblemFileException, InterruptedException, ExecutionException {
        ScheduleRequest stated = ProblemFile.read(file);
        ScheduleRequest request = stated.with(stated.weights().with(CostLine.NERVOUSNESS, stability));
        Schedule inForce = betweenSolves(request).searched();
        ScheduleRequest now = FloorAt.of(request, inForce, request.origin().plus(ELAPSED), FROZEN);
        double before = Double.NaN;
        for (long seed : seeds) {
            for (Happening happening : new Draw(now, this::plansAllOfNew, seed).all()) {
                ScheduleRequest after = happening.applyTo(now);
                for (boolean solving : List.of(false, true)) {
                    Repair repair = solving ? whileSolving(now, after) : betweenSolves(after);
                    before = Double.isNaN(before) ? repair.repaired().figures().totalVnd() : before;
                    String id = String.join("-", name(file), happening.kind(), solving ? "solving" : "between") + "-"
                            + seed;
                    int violations = violations(file, plans.resolve(id), keep, after, repair);
                    int moved = frozenUntouchedMoved(now, happening.touches(), repair);
                    good &= violations == 0 && moved == 0;
                    row(row(file, happening, solving, seed, now, before, repair, moved, violations));
                }
            }
        }
    }

    private boolean plansAllOfNew(ScheduleRequest request) {
        return service.dueDateFirst(request).unplanned().stream()
                .noneMatch(u -> u.orderId().equals(Draw.NEW));
    }

    private SolveLimits limits() {
        return new SolveLimits(Duration.ofSeconds(Math.max(1L, seconds) * Watch.WALL_FOR_CPU), 0, threads, 1);
    }

    /** Nothing runs; the event calls for a solve. */
    private Repair betweenSolves(ScheduleRequest after) throws InterruptedException, ExecutionException {
        Watch watch = new Watch(cpuSeconds, seconds, 0);
        return watch.end(service.solve(after, limits(), watch));
    }

    /** A solve runs, has told a plan and searched on for a second; then the event comes. */
    private Repair whileSolving(ScheduleRequest now, ScheduleRequest after)
            throws InterruptedException, ExecutionException {
        Relay relay = new Relay();
        Watch before = new Watch(cpuSeconds, Math.min(1, seconds), 0);
        relay.to = before;
        SolveJob job = service.solve(now, limits(), told -> relay.to.accept(told));
        before.await(job);
        Watch watch = new Watch(cpuSeconds, seconds, 1);
        relay.to = watch;
        job.change(after);
        return watch.end(job);
    }

    private int violations(Path file, Path plan, boolean keep, ScheduleRequest after, Repair repair)
            throws IOException, ProblemFileException {
        Path problem = Path.of(plan + ".yaml");
        ProblemWriter.write(after, file, problem);
        int violations = violations(problem, repair.repaired(), Path.of(plan + "-repaired.json"), keep)
                + violations(problem, repair.searched(), Path.of(plan + "-searched.json"), keep);
        if (!keep) {
            Files.delete(problem);
        }
        return violations;
    }

    private static int violations(Path problem, Schedule schedule, Path plan, boolean keep) throws IOException {
        ScheduleFile.write(schedule, plan);
        Verdict verdict = PlanChecker.check(problem, "nhain", plan);
        if (!keep) {
            Files.delete(plan);
        }
        double total = schedule.figures().totalVnd();
        boolean same = Math.abs(verdict.objective() - total) <= 1e-6 * total;
        return verdict.violations().size() + (same ? 0 : 1);
    }

    /** Operations in the frozen time that have nothing to do with the event and moved all the same, in either plan. */
    private static int frozenUntouchedMoved(ScheduleRequest now, Predicate<PlannedOperation> directly, Repair repair) {
        Touched touched = Touched.by(now, directly);
        List<PlannedOperation> untouched = now.inForce().stream()
                .filter(o -> o.start().isBefore(now.frozenUntil()) && !touched.contains(o))
                .toList();
        return Stream.of(repair.repaired(), repair.searched())
                .map(plan -> PlanChanges.between(untouched, plan.operations(), now.origin()))
                .mapToInt(c -> c.near().moved() + c.dropped())
                .sum();
    }

    private static String row(
            Path file,
            Happening happening,
            boolean solving,
            long seed,
            ScheduleRequest now,
            double before,
            Repair repair,
            int untouchedMoved,
            int violations) {
        return String.format(
                Locale.ROOT,
                "%s,%s,%s,%d,%d,%.0f,%.0f,%.0f,%.0f,%.0f,%s,%s,%d,%d",
                name(file),
                happening.kind(),
                solving ? "solving" : "between",
                seed,
                repair.repaired().operations().size(),
                repair.wallMillis(),
                repair.cpuMillis(),
                before,
                repair.repaired().figures().totalVnd(),
                repair.searched().figures().totalVnd(),
                moved(now, repair.repaired()),
                moved(now, repair.searched()),
                untouchedMoved,
                violations);
    }

    private static String moved(ScheduleRequest now, Schedule plan) {
        PlanChanges changes = PlanChanges.between(now.inForce(), plan.operations(), now.origin());
        return String.join(
                ",",
                Stream.of(changes.near(), changes.day(), changes.threeDays(), changes.later())
                        .map(EventRace::moved)
                        .toList());
    }

    private static String moved(Band band) {
        return band.moved() + "/" + band.operations();
    }

    private void row(String row) {
        rows.add(row);
        print.println(row);
        print.flush();
    }

    /** Passes what is told on to whom it concerns. */
    private static final class Relay {
        private volatile Consumer<SolveProgress> to = told -> {};
    }
}
