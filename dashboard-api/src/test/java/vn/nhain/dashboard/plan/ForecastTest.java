package vn.nhain.dashboard.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.nhain.dashboard._support.SmallPlant;
import vn.nhain.dashboard.plan.Forecast.Span;
import vn.nhain.dashboard.plant.WorkingTimes;
import vn.nhain.plant.command.JobStart;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.Order;
import vn.nhain.scheduler.api.PlannedOperation;
import vn.nhain.scheduler.api.Reason;

/** A print of an hour after half an hour of makeready, and cutting that may begin before the print is done. */
class ForecastTest {
    private static final Instant START = SmallPlant.START;

    private final Order order = SmallPlant.order("A", 20);
    private final Operation print = order.operations().get(0);
    private final Operation cut = order.operations().get(1);
    private final List<PlannedOperation> overlapping =
            List.of(planned(print, "OF1", 0, 30, 90), planned(cut, "CUT1", 60, 60, 150));

    @Test
    void whileNothingIsLateItIsThePlan() {
        Forecast forecast = forecast(overlapping, Map.of(), START);

        assertEquals(span(0, 90), find(forecast, print));
        assertEquals(span(60, 150), find(forecast, cut));
    }

    @Test
    void stepsThatOverlapDoSoAfterADelayToo() {
        Forecast forecast = forecast(overlapping, Map.of(), minute(20));

        assertEquals(span(20, 110), find(forecast, print));
        assertEquals(span(80, 170), find(forecast, cut));
    }

    @Test
    void aMakereadyThatGoesAsPlannedDelaysNothing() {
        Forecast forecast = forecast(overlapping, running(0), minute(25));

        assertEquals(minute(90), find(forecast, print).end());
        assertEquals(span(60, 150), find(forecast, cut));
    }

    @Test
    void aMakereadyThatTakesLongerDelaysWhatComesAfter() {
        Forecast forecast = forecast(overlapping, running(0), minute(50));

        assertEquals(minute(110), find(forecast, print).end());
        assertEquals(span(80, 170), find(forecast, cut));
    }

    @Test
    void aRunIsExpectedByItsOutput() {
        Forecast forecast = forecast(overlapping, running(500), minute(70));

        assertEquals(minute(100), find(forecast, print).end(), "half of an hour is left");
    }

    private Map<JobKey, Execution> running(double good) {
        JobKey key = new JobKey("A", print.id());
        JobStart command = new JobStart(
                "c1", "OF1", "A/" + print.id(), "A", print.id(), "PRINT", 1000, 100, 30, 0, 8000, List.of("K"));
        Execution sent = new Execution(
                key, "OF1", Execution.Status.SENT, 1, 1, command, START, null, null, null, 0, 0, 0, 1000, "");
        return Map.of(key, sent.running(START).withGood(good));
    }

    private Forecast forecast(List<PlannedOperation> operations, Map<JobKey, Execution> executions, Instant now) {
        return new Forecast(
                operations, Map.of("A", order), executions, Map.of(), new WorkingTimes(SmallPlant.plant()), now);
    }

    private static Span find(Forecast forecast, Operation operation) {
        return forecast.find(new JobKey("A", operation.id())).orElseThrow();
    }

    private static Span span(int from, int to) {
        return new Span(minute(from), minute(to));
    }

    private static Instant minute(int minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    private static PlannedOperation planned(Operation operation, String machine, int setup, int start, int end) {
        return new PlannedOperation(
                "A",
                operation.id(),
                operation.kind(),
                machine,
                minute(setup),
                minute(start),
                minute(end),
                1000,
                1000,
                0,
                start - setup,
                0,
                "",
                false,
                new Reason("origin", "", ""));
    }
}
