package vn.nhain.simulators.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.scheduler.api.PlanExplanation;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.api.SchedulingService;
import vn.nhain.scheduler.api.SolveLimits;
import vn.nhain.scheduler.configure.SchedulingServices;
import vn.nhain.scheduler.instance.nhain.ProblemFile;

/** The demonstration's backlog, planned by due date and searched: the explanation says what the figures say. */
class DemoPlanExplanationTest {
    private static final double UNIT_VND = 0.001;

    private final SchedulingService service = SchedulingServices.create();

    @TempDir
    Path folder;

    @Test
    void everyLineOfTheBacklogsPlansIsExplainedToItsUnit() throws Exception {
        ScheduleRequest request = ProblemFile.read(BacklogFile.write(folder, 1, 240));
        assertSame(request, service.dueDateFirst(request));
        SolveLimits steps = new SolveLimits(Duration.ofMinutes(2), 3000, 1, 1);
        assertSame(request, service.solve(request, steps, p -> {}).result().get());
    }

    private void assertSame(ScheduleRequest request, Schedule plan) {
        PlanExplanation told = service.explainPlan(request, plan);
        assertEquals(List.of(), told.broken());
        told.lines()
                .forEach(line -> assertEquals(
                        plan.figures().lines().getOrDefault(line.line(), -1.0), line.vnd(), UNIT_VND, line.line()));
        assertEquals(plan.figures().totalVnd(), told.totalVnd(), UNIT_VND);
        assertEquals(
                plan.figures().lateOrders(),
                told.lines().stream()
                        .filter(l -> l.line().equals("lateness"))
                        .mapToInt(PlanExplanation.Line::count)
                        .sum());
    }
}
