package vn.nhain.scheduler.kernel.workload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.timetable.Timetable;

class IncumbentsTest {
    /** From the shortest makespan to the longest, which is far more than a little worse. */
    private final List<Timetable> plans = plans();

    @Test
    void aRoundThatEndsWorseIsForgotten() {
        Incumbents incumbents = new Incumbents(plans.get(0));
        assertFalse(incumbents.offer(last()), "worse than the start");
        incumbents.endRound();
        assertTrue(incumbents.offer(last()), "the best of its round");
        assertEquals(plans.get(0).makespan(), incumbents.bestMakespan());
        assertArrayEquals(plans.get(0).sequences(), incumbents.endRound());
    }

    @Test
    void theNextRoundBeginsAtABetterPlan() {
        Incumbents incumbents = new Incumbents(last());
        assertTrue(incumbents.offer(plans.get(0)));
        assertArrayEquals(plans.get(0).sequences(), incumbents.endRound());
        assertArrayEquals(plans.get(0).sequences(), incumbents.best());
    }

    /** Whatever rounds it drifts through, the best plan is never lost. */
    @Test
    void afterManyRoundsInVainItGoesBackToTheBest() {
        Incumbents incumbents = new Incumbents(plans.get(0));
        int[][] start = {};
        for (int i = 0; i < 101; i++) {
            start = incumbents.endRound();
            incumbents.offer(last());
        }
        assertArrayEquals(plans.get(0).sequences(), start);
        assertArrayEquals(plans.get(0).sequences(), incumbents.best());
    }

    private Timetable last() {
        return plans.get(plans.size() - 1);
    }

    private static List<Timetable> plans() {
        Problem problem = new RandomProblem(1, 40).build();
        return LongStream.range(0, 20)
                .mapToObj(seed -> new Timetable(problem, RandomProblem.sequences(problem, new Random(seed))))
                .sorted(Comparator.comparingInt(Timetable::makespan))
                .toList();
    }
}
