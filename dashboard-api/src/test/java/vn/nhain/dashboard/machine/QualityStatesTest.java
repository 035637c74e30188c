package vn.nhain.dashboard.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.nhain.dashboard._support.ManualClock;
import vn.nhain.plant.quality.QualityState;
import vn.nhain.plant.reading.Reading;

class QualityStatesTest {
    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-24T00:00:00Z"));
    private final QualityStates quality = new QualityStates(clock);

    @Test
    void aMachineThatWasNeverMeasuredIsNotJudged() {
        state("RUNNING");
        measure(4, "C", 9);

        assertEquals(Map.of(), quality.judged(), "four sheets are not enough");
        assertEquals(QualityState.UNKNOWN, quality.of("OF1"));
    }

    @Test
    void theWorstInkDecides() {
        state("RUNNING");
        measure(5, "C", 1);
        measure(5, "M", 3.5);

        assertEquals(QualityState.YELLOW, quality.of("OF1"));
        assertEquals(3.5, quality.worstDeltaE("OF1"));
    }

    @Test
    void oneBadSheetChangesNothing() {
        state("RUNNING");
        measure(6, "C", 1);
        measure(1, "C", 20);

        assertEquals(QualityState.GREEN, quality.of("OF1"));
    }

    @Test
    void makereadyDoesNotCountAndTheVerdictHoldsUntilTheNextRunIsMeasured() {
        state("RUNNING");
        measure(5, "C", 7);
        state("SETUP");
        measure(15, "C", 1);
        assertEquals(QualityState.RED, quality.of("OF1"));
        state("RUNNING");
        measure(4, "C", 1);
        assertEquals(QualityState.RED, quality.of("OF1"));
        measure(1, "C", 1);

        assertEquals(QualityState.GREEN, quality.of("OF1"));
    }

    @Test
    void aVerdictOfThreeDaysAgoIsUnknown() {
        state("RUNNING");
        measure(5, "C", 1);
        clock.advance(Duration.ofDays(3).plusMinutes(1));

        assertEquals(Map.of("OF1", QualityState.UNKNOWN), quality.judged());
    }

    private void state(String state) {
        clock.advance(Duration.ofSeconds(1));
        quality.accept(Reading.text("OF1", "state", state, clock.instant()));
    }

    private void measure(int times, String ink, double deltaE) {
        for (int i = 0; i < times; i++) {
            clock.advance(Duration.ofSeconds(1));
            quality.accept(Reading.number("OF1", "deltaE." + ink, deltaE, clock.instant()));
        }
    }
}
