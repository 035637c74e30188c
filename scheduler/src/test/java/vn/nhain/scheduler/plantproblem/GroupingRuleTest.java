package vn.nhain.scheduler.plantproblem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One press; P021 is another ink than K. A job change takes 10 minutes, a plate 1, an ink 5. */
final class GroupingRuleTest {
    private final TinyPlant tiny = new TinyPlant();

    @BeforeEach
    void onePress() {
        tiny.machines.remove(1);
        tiny.order("A", "24 10:00", TinyPlant.print("P", 6000, TinyPlant.form("K")));
    }

    @Test
    void jobInTheSameInksIsTakenAlongWhereThereIsSlack() {
        tiny.order("B", "24 14:00", TinyPlant.print("P", 6000, TinyPlant.form("P021")));
        tiny.order("C", "24 16:00", TinyPlant.print("P", 6000, TinyPlant.form("K")));
        assertEquals(
                "OF1: A/P 08:16-09:16 (setup 16) ~ C/P 09:27-10:27 (setup 11) ~ B/P 10:43-11:43 (setup 16)", grouped());
    }

    /** Behind C, B would end at 11:43. */
    @Test
    void jobWaitsWhereAnotherWouldBeLateForIt() {
        tiny.order("B", "24 11:00", TinyPlant.print("P", 6000, TinyPlant.form("P021")));
        tiny.order("C", "24 16:00", TinyPlant.print("P", 6000, TinyPlant.form("K")));
        assertEquals(
                "OF1: A/P 08:16-09:16 (setup 16) ~ B/P 09:32-10:32 (setup 16) ~ C/P 10:51-11:51 (setup 19)", grouped());
    }

    private String grouped() {
        PlantProblem plant = PlantProblem.of(tiny.request());
        return TinyPlant.text(ScheduleWriter.write(plant, new KernelProblem(plant).groupedByPaperFormatAndInks()));
    }
}
