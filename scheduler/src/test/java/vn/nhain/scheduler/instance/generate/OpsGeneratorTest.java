package vn.nhain.scheduler.instance.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nhain.scheduler.instance.Instance;
import vn.nhain.scheduler.kernel.problem.Problem;

class OpsGeneratorTest {
    @ParameterizedTest(name = "{0} operations, seed {1}")
    @CsvSource({"1,1", "2,2", "10,3", "47,4", "100,5", "500,6", "1000,7", "2000,8"})
    void everySizeIsReadAsItWasAskedFor(int operations, long seed) throws Exception {
        OpsShape shape = OpsShape.of(operations).withFixed(2);
        Instance instance = Instance.parse("generated", "ops", OpsGenerator.generate(shape, seed));
        Problem problem = instance.problem();
        assertEquals(operations, problem.operations());
        assertEquals(shape.machines(), problem.machines());
        assertTrue(count(problem, o -> problem.fixedStart(o) != Problem.FREE) <= 2);
    }

    /** What the published instances have, in about their frequency. */
    @Test
    void aLargeProblemHasEveryFeature() throws Exception {
        OpsShape shape = OpsShape.of(2000).withFixed(3);
        Problem problem = Instance.parse("generated", "ops", OpsGenerator.generate(shape, 11))
                .problem();
        assertEquals(3, count(problem, o -> problem.fixedStart(o) != Problem.FREE));
        assertBetween(0.08, 0.12, share(problem, o -> problem.overlapPerMille(o) < 1000));
        assertBetween(0.02, 0.04, share(problem, o -> problem.release(o) > 0));
        assertBetween(1.3, 2.0, mean(problem, o -> problem.successors(o).length));
        assertBetween(18, 23, mean(problem, o -> problem.eligible(o).length));
        assertBetween(5, 22, 2000.0 / problem.jobs());
    }

    @Test
    void theSameSeedGivesTheSameProblemAndAnotherAnother() {
        OpsShape shape = OpsShape.of(60);
        assertEquals(OpsGenerator.generate(shape, 5), OpsGenerator.generate(shape, 5));
        assertNotEquals(OpsGenerator.generate(shape, 5), OpsGenerator.generate(shape, 6));
    }

    @Test
    void anImpossibleShapeIsRefusedWithItsRange() {
        Exception none = assertThrows(IllegalArgumentException.class, () -> OpsShape.of(0));
        assertEquals("The number of operations (0) must be between 1 and 1000000.", none.getMessage());
        Exception fixed = assertThrows(
                IllegalArgumentException.class, () -> OpsShape.of(10).withFixed(9));
        assertEquals("The number of fixed operations (9) must be between 0 and 2.", fixed.getMessage());
    }

    private static long count(Problem problem, IntPredicate what) {
        return IntStream.range(0, problem.operations()).filter(what).count();
    }

    private static double share(Problem problem, IntPredicate what) {
        return count(problem, what) / (double) problem.operations();
    }

    private static double mean(Problem problem, IntUnaryOperator what) {
        return IntStream.range(0, problem.operations()).map(what).average().orElseThrow();
    }

    private static void assertBetween(double least, double most, double value) {
        assertTrue(value >= least && value <= most, "%s is not between %s and %s".formatted(value, least, most));
    }
}
