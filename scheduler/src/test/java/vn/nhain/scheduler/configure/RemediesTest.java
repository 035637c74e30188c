package vn.nhain.scheduler.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.nhain.scheduler.plantproblem.TinyPlant.at;
import static vn.nhain.scheduler.plantproblem.TinyPlant.form;
import static vn.nhain.scheduler.plantproblem.TinyPlant.print;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.nhain.scheduler.api.Remedy;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.api.ScheduleRequest.Actual;
import vn.nhain.scheduler.api.ScheduleRequest.Downtime;
import vn.nhain.scheduler.api.SchedulingService;
import vn.nhain.scheduler.plantproblem.TinyPlant;

/** Remedies of a late order, each with an effect that can be counted by hand. */
final class RemediesTest {
    private final SchedulingService service = SchedulingServices.create();
    private final TinyPlant tiny = new TinyPlant();

    /** 16 minutes of setup and 10 hours of run in a day of 10 hours: the last 16 minutes are overtime. */
    @Test
    void overtimeEndsARunOnItsDay() {
        tiny.machines.remove(1);
        tiny.order("A", "24 19:00", print("P", 60_000, form("K")));
        tiny.order("B", "30 18:00", print("P", 600, form("K")));
        Remedy overtime = remedy("A", "overtime");
        assertEquals("4 h of overtime on press OF1 from 18:00", overtime.what().en());
        assertEquals("tăng ca 4 giờ trên máy in OF1 từ 18:00", overtime.what().vi());
        assertEquals(at("24 18:16"), overtime.end());
        assertEquals(0, overtime.lateMinutes());
        assertEquals((13 * 60 + 16) / 60.0 * -60_000, overtime.changeByLine().get("lateness"), 1e-6);
        assertTrue(overtime.changeByLine().get("overtimePay") > 0);
        assertEquals(
                overtime.changeByLine().values().stream().mapToDouble(d -> d).sum(), overtime.changeVnd(), 1e-6);
    }

    /** Half of ten hours on each of two presses. */
    @Test
    void splitRunEndsInHalfTheTime() {
        tiny.order("A", "24 12:00", print("P", 60_000, form("K")));
        tiny.order("B", "30 18:00", print("P", 600, form("K")));
        Remedy split = remedy("A", "split");
        ScheduleRequest request = tiny.request();
        assertEquals(
                Optional.empty(),
                service.planOfRemedy(request, service.dueDateFirst(request), "A", "split"),
                "the order has to be changed first");
        assertEquals(at("24 13:16"), split.end());
        assertEquals(76, split.lateMinutes());
        assertTrue(split.changeByLine().get("plates") > 0, "the second lot needs plates of its own");
    }

    /**
     * OF1 runs another job until noon; OF2 is free, but so dear that the search would not take it even for an urgent order: 16
     * minutes of setup and 6 of run there, against 11 and 6 after that job.
     */
    @Test
    void dearerPressThatIsFreeMakesAnOrderInTime() {
        tiny.machines.set(1, TinyPlant.press("OF2", 60_000_000));
        tiny.order("A", "24 10:00", print("P", 600, form("K")));
        tiny.order("B", "24 18:00", print("P", 30_000, form("K")));
        ScheduleRequest request =
                tiny.request().withActuals(List.of(new Actual("B", "P", "OF1", at("24 07:00"), at("24 12:00"), false)));
        Downtime allDay = new Downtime("OF2", at("24 08:00"), at("24 18:00"));
        Schedule onOf1 = service.dueDateFirst(request.withDowntimes(List.of(allDay)));
        Remedy machine = remedy(request, onOf1, "A", "machine");
        assertEquals("printing on another machine than OF1", machine.what().en());
        assertEquals("in trên máy khác thay cho OF1", machine.what().vi());
        assertEquals(at("24 08:22"), machine.end());
        Schedule then = service.planOfRemedy(request, onOf1, "A", "machine").orElseThrow();
        assertEquals(machine.figures(), then.figures());
        assertEquals(0, machine.lateMinutes());
        assertEquals(137, machine.gainedMinutes());
        assertEquals(-137_000, machine.changeByLine().get("lateness"), 1e-6);
        assertEquals(16 * 1_000_000 - 11 * 10_000, machine.changeByLine().get("setup"), 1e-6);
        assertEquals(6 * 1_000_000 - 6 * 10_000, machine.changeByLine().get("run"), 1e-6);
    }

    /** Its paper comes in two days; a little heavier one is here, at twice the price: 125 sheets of makeready. */
    @Test
    void paperThatIsHereMakesAnOrderInTime() {
        tiny.lots.clear();
        tiny.lots.add(TinyPlant.lot("L1", TinyPlant.PAPER, 10_000, "26 08:00"));
        tiny.materials.add(TinyPlant.paper("HEAVIER", 310, 2000));
        tiny.lots.add(TinyPlant.lot("L2", "HEAVIER", 10_000, "01 08:00"));
        tiny.order("A", "24 12:00", print("P", 600, form("K")));
        tiny.order("B", "30 18:00", print("P", 600, form("K")));
        ScheduleRequest request = tiny.request();
        Remedy paper = remedy(request, service.dueDateFirst(request), "A", "paper");
        assertEquals(
                "paper IVORY 310 72×102 instead, if the customer agrees",
                paper.what().en());
        assertEquals(
                "dùng giấy IVORY 310 72×102 thay thế, nếu khách đồng ý",
                paper.what().vi());
        assertEquals(at("24 08:22"), paper.end());
        assertEquals(0, paper.lateMinutes());
        assertEquals(2662, paper.gainedMinutes());
        assertEquals(-2_662_000, paper.changeByLine().get("lateness"), 1e-6);
    }

    @Test
    void orderInTimeNeedsNoRemedy() {
        tiny.order("A", "24 18:00", print("P", 600, form("K")));
        ScheduleRequest request = tiny.request();
        assertEquals(List.of(), service.remedies(request, service.dueDateFirst(request), "A"));
    }

    /** Whatever is proposed helps, is among three, and comes the least late first; for some late order there is something. */
    @Test
    void remediesOfRandomPlantsHelp() throws Exception {
        int found = 0;
        for (long seed = 1; seed <= 6; seed++) {
            ScheduleRequest request = RandomPlantProblem.of(seed);
            Schedule plan = service.dueDateFirst(request);
            for (Schedule.OrderOutcome late : plan.orders()) {
                if (late.lateMinutes() > 0) {
                    found += judged(late, service.remedies(request, plan, late.orderId()));
                }
            }
        }
        assertTrue(found > 0);
    }

    private static int judged(Schedule.OrderOutcome late, List<Remedy> remedies) {
        assertTrue(remedies.size() <= 3, remedies::toString);
        long before = 0;
        for (Remedy remedy : remedies) {
            assertTrue(remedy.gainedMinutes() > 0, remedy::toString);
            assertTrue(remedy.lateMinutes() < late.lateMinutes(), remedy::toString);
            assertTrue(remedy.lateMinutes() >= before);
            before = remedy.lateMinutes();
        }
        return remedies.size();
    }

    private Remedy remedy(String order, String code) {
        ScheduleRequest request = tiny.request();
        return remedy(request, service.dueDateFirst(request), order, code);
    }

    private Remedy remedy(ScheduleRequest request, Schedule plan, String order, String code) {
        List<Remedy> remedies = service.remedies(request, plan, order);
        return remedies.stream()
                .filter(r -> r.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(remedies.stream()
                        .map(r -> r.what().en() + " " + r.end())
                        .collect(Collectors.joining("; "))));
    }
}
