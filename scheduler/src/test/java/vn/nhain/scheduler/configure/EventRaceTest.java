package vn.nhain.scheduler.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.scheduler.api.Explanation;
import vn.nhain.scheduler.api.GangProposal;
import vn.nhain.scheduler.api.PlanExplanation;
import vn.nhain.scheduler.api.Remedy;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.api.SchedulingService;
import vn.nhain.scheduler.api.SolveJob;
import vn.nhain.scheduler.api.SolveLimits;
import vn.nhain.scheduler.api.SolveProgress;
import vn.nhain.scheduler.instance.nhain.ProblemWriter;
import vn.nhain.scheduler.race.events.EventRace;

/** The benchmark of repairs, with next to no search: what is told first after an event. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
final class EventRaceTest {
    private static final Set<String> KINDS = Set.of(
            "nothing",
            "machine-down",
            "order-added",
            "order-changed",
            "order-cancelled",
            "paper-late",
            "quality-red",
            "started-late",
            "finished-early",
            "finished-late");

    private final StringWriter out = new StringWriter();

    @TempDir
    Path folder;

    /** Every plan after every event holds, and nothing moves that is frozen and not touched. */
    @Test
    void everyRepairHoldsAndLeavesTheFrozenRestAlone() throws Exception {
        write(RandomPlantProblem.of(1, 80));
        assertTrue(race(SchedulingServices.create()), out::toString);
        List<String[]> rows = rows();
        assertTrue(rows.stream().map(r -> r[1]).collect(Collectors.toSet()).containsAll(KINDS), out::toString);
        for (String[] row : rows) {
            assertEquals("0", row[18], "frozen_untouched_moved");
            assertEquals("0", row[19], "violations");
        }
        assertTrue(rows.get(0)[10].startsWith("0/"), "without an event and a search nothing near moves: " + out);
    }

    /** A scheduler that plans afresh after an event shuffles what is about to run; the benchmark does not let it pass. */
    @Test
    void schedulerThatForgetsThePlanInForceFails() throws Exception {
        write(RandomPlantProblem.of(1, 24));
        assertFalse(race(new Forgetful(SchedulingServices.create())), out::toString);
        assertTrue(rows().stream().anyMatch(r -> !r[18].equals("0")), out::toString);
    }

    private void write(ScheduleRequest request) throws Exception {
        try (InputStream yaml = RandomPlantProblem.plantFile()) {
            Files.createDirectories(folder.resolve("plant"));
            Files.write(folder.resolve("plant/small.yaml"), yaml.readAllBytes());
        }
        ProblemWriter.write(request, "plant/small.yaml", folder.resolve("small.yaml"));
    }

    private boolean race(SchedulingService service) throws Exception {
        PrintWriter print = new PrintWriter(out, true);
        return new EventRace(service, BenchmarkRun::cpuSeconds, 0, 1, 1, List.of(1L), print)
                .run(folder, ".*", null, null);
    }

    private List<String[]> rows() {
        return out.toString().lines().skip(1).map(line -> line.split(",", -1)).toList();
    }

    /** Plans as if nothing were in force. */
    private record Forgetful(SchedulingService service) implements SchedulingService {
        private static ScheduleRequest fresh(ScheduleRequest request) {
            return request.keeping(List.of(), request.origin(), Duration.ZERO);
        }

        @Override
        public SolveJob solve(ScheduleRequest request, SolveLimits limits, Consumer<SolveProgress> progress) {
            return service.solve(fresh(request), limits, progress);
        }

        @Override
        public Schedule dueDateFirst(ScheduleRequest request) {
            return service.dueDateFirst(fresh(request));
        }

        @Override
        public List<GangProposal> gangProposals(ScheduleRequest request) {
            return service.gangProposals(request);
        }

        @Override
        public Explanation explain(ScheduleRequest request, Schedule schedule, String orderId) {
            return service.explain(request, schedule, orderId);
        }

        @Override
        public PlanExplanation explainPlan(ScheduleRequest request, Schedule schedule) {
            return service.explainPlan(request, schedule);
        }

        @Override
        public Optional<Schedule> planOfRemedy(
                ScheduleRequest request, Schedule schedule, String orderId, String code) {
            return service.planOfRemedy(request, schedule, orderId, code);
        }

        @Override
        public List<Remedy> remedies(ScheduleRequest request, Schedule schedule, String orderId) {
            return service.remedies(request, schedule, orderId);
        }
    }
}
