package vn.nhain.dashboard.plan;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nhain.dashboard._support.SmallPlant;
import vn.nhain.plant.command.JobStart;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.scheduler.api.PlannedOperation;
import vn.nhain.scheduler.api.Reason;

/** A print of 2,000 sheets at an even pace, in batches of 500, each of which dries for half an hour. */
class HandedOnTest {
    private static final Instant START = SmallPlant.START;

    private final Operation print =
            SmallPlant.order("A", 20).operations().get(0).withTransferBatch(500);

    /** 600 in 20 minutes: the first 500 were there after 16:40 and are dry at 46:40. */
    @Test
    void theFirstBatchMustBeThroughAndDry() {
        assertFalse(isEnough(print, running(400, 2000), 20, 60));
        assertFalse(isEnough(print, running(600, 2000), 20, 60));
        assertTrue(isEnough(print, running(1500, 2000), 50, 60));
    }

    /** The print ends at 66:40 and is dry at 96:40; a run of 20 minutes would want the last batch at 75. */
    @Test
    void aFastStepWaitsUntilNoBatchKeepsItWaiting() {
        assertFalse(isEnough(print, running(1500, 2000), 50, 20));
    }

    /** 4,000 strokes for both sides: 3,000 of them have given 1,000 sheets. */
    @Test
    void sheetsOfTwoPassesComeOutInTheSecond() {
        Operation wet = print.withTransferBatch(1000);
        assertFalse(isEnough(wet, running(2900, 4000), 70, 200));
        assertTrue(isEnough(wet, running(3900, 4000), 150, 200));
    }

    @Test
    void withoutBatchesOnlyTheEndIsEnough() {
        assertFalse(isEnough(print.withTransferBatch(0), running(1999, 2000), 500, 60));
        assertFalse(HandedOn.isEnough(null, print, next(60), START));
    }

    private static boolean isEnough(Operation before, Execution execution, int minute, int runMinutes) {
        return HandedOn.isEnough(execution, before, next(runMinutes), START.plus(Duration.ofMinutes(minute)));
    }

    private static Execution running(double good, int total) {
        JobStart command = new JobStart("c1", "OF1", "A/P1", "A", "P1", "PRINT", 2000, 100, 30, 0, 8000, List.of("K"));
        Execution sent = new Execution(
                new JobKey("A", "P1"),
                "OF1",
                Execution.Status.SENT,
                1,
                1,
                command,
                START,
                null,
                null,
                null,
                0,
                0,
                0,
                total,
                "");
        return sent.running(START).withGood(good);
    }

    /** Ten minutes of setup. */
    private static PlannedOperation next(int runMinutes) {
        Instant start = START.plus(Duration.ofMinutes(10));
        return new PlannedOperation(
                "A",
                "CUT",
                OperationKind.CUT,
                "CUT1",
                START,
                start,
                start.plus(Duration.ofMinutes(runMinutes)),
                2000,
                2000,
                0,
                10,
                0,
                "",
                false,
                new Reason("origin", "", ""));
    }
}
