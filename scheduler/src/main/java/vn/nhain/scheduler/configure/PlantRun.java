package vn.nhain.scheduler.configure;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import vn.nhain.scheduler.api.Explanation;
import vn.nhain.scheduler.api.InvalidRequestException;
import vn.nhain.scheduler.api.PlannedOperation;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.api.SolveLimits;
import vn.nhain.scheduler.api.SolveProgress;
import vn.nhain.scheduler.configure.Main.WrongUseException;
import vn.nhain.scheduler.instance.nhain.ProblemFile;
import vn.nhain.scheduler.instance.nhain.ProblemFileException;
import vn.nhain.scheduler.plantproblem.PlantProblem;

/**
 * One solve of a plant's problem file, with what it took.
 *
 * @param name name of the file
 * @param request the problem
 * @param plan the best plan
 * @param seconds wall seconds
 * @param cpuSeconds CPU seconds of the process
 * @param movesPerSecond moves tried a second, when last told
 */
record PlantRun(
        String name, ScheduleRequest request, Schedule plan, double seconds, double cpuSeconds, double movesPerSecond) {
    private static final String PLAN = "plan";

    /** Reads and solves; tells better plans to {@code err}. */
    static PlantRun of(Path file, SolveLimits limits, PrintWriter err)
            throws IOException, ProblemFileException, InterruptedException, ExecutionException {
        ScheduleRequest request = ProblemFile.read(file);
        PlantProblem.validate(request);
        if (request.orders().isEmpty()) {
            throw new InvalidRequestException(
                    List.of("The problem has no operations: its orders are empty. Give it at least one order."));
        }
        List<String> impossible = PlantProblem.impossible(request);
        if (!impossible.isEmpty()) {
            throw new InvalidRequestException(impossible);
        }
        long began = System.nanoTime();
        double cpuBefore = BenchmarkRun.cpuSeconds();
        double[] moves = new double[1];
        Schedule plan = SchedulingServices.create()
                .solve(request, limits, progress -> {
                    moves[0] = Math.max(moves[0], progress.movesPerSecond());
                    tell(progress, err);
                })
                .result()
                .get();
        return new PlantRun(
                String.valueOf(file.getFileName()),
                request,
                plan,
                (System.nanoTime() - began) / 1e9,
                BenchmarkRun.cpuSeconds() - cpuBefore,
                moves[0]);
    }

    private static void tell(SolveProgress progress, PrintWriter err) {
        Schedule better = progress.better();
        if (better != null) {
            err.printf(
                    Locale.ROOT,
                    "%6.1f s  %,.0f VND  %d orders late, %.1f h of setup%n",
                    progress.elapsed().toMillis() / 1000.0,
                    better.figures().totalVnd(),
                    better.figures().lateOrders(),
                    better.figures().setupHours());
        }
    }

    String toJson(long seed) {
        long makespan = plan.operations().stream()
                .map(PlannedOperation::end)
                .max(Comparator.naturalOrder())
                .map(end -> Duration.between(plan.origin(), end).toMinutes())
                .orElse(0L);
        return String.format(
                Locale.ROOT,
                "{\"instance\":\"%s\",\"operations\":%d,\"machines\":%d,\"feasible\":true,\"makespan\":%d,\"cost\":%.0f,"
                        + "\"bound\":null,\"seconds\":%.2f,\"cpuSeconds\":%.2f,\"movesPerSecond\":%.0f,\"seed\":%d,"
                        + "\"unplanned\":%d,\"lateOrders\":%d}",
                name.replace("\\", "\\\\").replace("\"", "\\\""),
                plan.operations().size(),
                request.plant().machines().size(),
                makespan,
                plan.figures().totalVnd(),
                seconds,
                cpuSeconds,
                movesPerSecond,
                seed,
                plan.unplanned().size(),
                plan.figures().lateOrders());
    }

    /** Why an order is where it is, a line a cause, or what the plan costs, a line a part, in English. */
    List<String> explain(String orderId) {
        boolean known = request.orders().stream().anyMatch(o -> o.id().equals(orderId));
        if (!known && orderId.equals(PLAN)) {
            return PlanExplanationText.lines(SchedulingServices.create().explainPlan(request, plan));
        }
        if (!known) {
            throw new WrongUseException(
                    "--explain (%s) must name an order of the problem, or be plan for the whole.".formatted(orderId));
        }
        Explanation explanation = SchedulingServices.create().explain(request, plan, orderId);
        return new ExplanationText(explanation, request.plant().zone())
                .lines(SchedulingServices.create().remedies(request, plan, orderId));
    }

    /** Jobs of the problem that may share a form, in English. */
    List<String> gangs() {
        return GangText.lines(SchedulingServices.create().gangProposals(request));
    }
}
