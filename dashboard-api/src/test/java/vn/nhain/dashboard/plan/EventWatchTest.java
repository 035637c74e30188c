package vn.nhain.dashboard.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class EventWatchTest {
    private final Set<String> trouble = new TreeSet<>();

    @Test
    void whatIsThereAtTheFirstLookIsNoNews() {
        trouble.add("OF1");
        EventWatch watch = new EventWatch("machines down", true, Duration.ZERO, () -> trouble);

        assertEquals(Optional.empty(), watch.look());
    }

    @Test
    void aMachineThatComesBackIsNews() {
        EventWatch watch = new EventWatch("machines down", true, Duration.ZERO, () -> trouble);
        watch.look();
        trouble.add("OF1");
        assertEquals(Optional.of("machines down: [OF1]"), watch.look());
        assertEquals(Optional.empty(), watch.look());
        trouble.clear();

        assertEquals(Optional.of("machines down: []"), watch.look());
    }

    @Test
    void anOrderThatIsInTimeAgainIsNoReasonToPlan() {
        EventWatch watch = new EventWatch("late", false, Duration.ZERO, () -> trouble);
        watch.look();
        trouble.add("A");
        assertEquals(Optional.of("late: [A]"), watch.look());
        trouble.clear();

        assertEquals(Optional.empty(), watch.look());
    }
}
