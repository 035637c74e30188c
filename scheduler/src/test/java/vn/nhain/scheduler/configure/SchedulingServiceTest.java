package vn.nhain.scheduler.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.nhain.scheduler.api.InvalidRequestException;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.api.SchedulingService;
import vn.nhain.scheduler.api.SolveJob;
import vn.nhain.scheduler.api.SolveLimits;
import vn.nhain.scheduler.api.SolveProgress;
import vn.nhain.scheduler.plantproblem.TinyPlant;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class SchedulingServiceTest {
    private static final SolveLimits STEPS = new SolveLimits(Duration.ofSeconds(30), 3000, 1, 7);

    private final SchedulingService service = SchedulingServices.create();
    private final List<SolveProgress> told = new CopyOnWriteArrayList<>();

    /** By due date, the inks alternate and each change costs a wash; together they cost one. */
    @Test
    void searchSavesSetupsThatDueDatesDoNotAskFor() throws Exception {
        ScheduleRequest request = alternatingInks(8);
        Schedule byDueDate = service.dueDateFirst(request);
        Schedule searched = service.solve(request, STEPS, told::add).result().get();
        assertTrue(searched.figures().setupHours() < byDueDate.figures().setupHours());
        assertEquals(0, searched.figures().lateOrders());
        assertTrue(searched.figures().totalVnd() < byDueDate.figures().totalVnd());
    }

    @Test
    void sameSeedAndStepsGiveTheSamePlan() throws Exception {
        ScheduleRequest request = alternatingInks(8);
        Schedule a = service.solve(request, STEPS, told::add).result().get();
        Schedule b = service.solve(request, STEPS, told::add).result().get();
        assertEquals(a, b);
    }

    @Test
    void progressTellsAPlanAndItsCost() throws Exception {
        service.solve(alternatingInks(8), STEPS, told::add).result().get();
        SolveProgress first = told.get(0);
        assertTrue(first.feasible());
        assertTrue(first.cost() > 0);
        assertEquals(16, first.better().operations().size());
        assertEquals(first.better().figures(), first.figures());
        assertEquals(first.figures().totalVnd(), first.cost(), 1, "nothing is pinned: the search's cost is the plan's");
        double before = first.cost();
        for (SolveProgress progress : told) {
            assertEquals(0, progress.changes());
            assertEquals(first.cost(), progress.firstCost(), "improvement is counted from the first plan");
            assertTrue(progress.cost() <= before, "the best only gets better");
            before = progress.cost();
        }
    }

    /** The search ends before its first step: what it gives is what it started from. */
    @Test
    void planInForceIsWhereTheNextSearchBegins() throws Exception {
        ScheduleRequest first = alternatingInks(8);
        Schedule searched = service.solve(first, STEPS, told::add).result().get();
        ScheduleRequest again = new ScheduleRequest(
                first.plant(),
                first.orders(),
                first.stock(),
                first.origin(),
                List.of(),
                searched.operations(),
                first.origin(),
                List.of(),
                Map.of());
        SolveJob job = service.solve(again, new SolveLimits(Duration.ofHours(1), 1, 1, 1), told::add);
        assertEquals(searched.figures().totalVnd(), job.result().get().figures().totalVnd(), 1);
    }

    /** The limit is an hour; the plan comes at once. */
    @Test
    void stopKeepsTheBestPlan() throws Exception {
        SolveLimits hour = new SolveLimits(Duration.ofHours(1), 0, 1, 1);
        SolveJob job = service.solve(alternatingInks(8), hour, told::add);
        job.stop();
        assertEquals(16, job.result().get().operations().size());
    }

    @Test
    void nothingToPlanIsAPlan() throws Exception {
        ScheduleRequest request = new TinyPlant().request();
        Schedule plan = service.solve(request, STEPS, told::add).result().get();
        assertEquals(List.of(), plan.operations());
        assertEquals(0, plan.figures().totalVnd());
    }

    /** The caller hears of mistakes at once, not through the result. */
    @Test
    void contradictionIsRefusedAtOnce() {
        TinyPlant tiny = new TinyPlant();
        tiny.order("A", "24 18:00");
        assertThrows(InvalidRequestException.class, () -> service.solve(tiny.request(), STEPS, told::add));
    }

    private static ScheduleRequest alternatingInks(int orders) {
        TinyPlant tiny = new TinyPlant();
        for (int i = 0; i < orders; i++) {
            tiny.order(
                    "A" + i,
                    "24 1%d:00".formatted(2 + i % 6),
                    TinyPlant.print("P", 600, TinyPlant.form(i % 2 == 0 ? "P021" : "P185")),
                    TinyPlant.dieCut("D", 600, 1, "P"));
        }
        return tiny.request();
    }
}
