package vn.nhain.scheduler.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong in a job-shop file is named with its line and its remedy. */
class FjsBadInputTest {
    @Test
    void aGoodFileIsReadWithOrWithoutItsMean() throws InstanceException {
        assertEquals(
                3,
                Instance.parse("x", "fjs", "2 2\n1 1 0 5\n2 1 1 4 2 0 3 1 2\n")
                        .problem()
                        .operations());
        assertEquals(
                1, Instance.parse("x", "fjs", "1 1 1.5\n1 1 0 5\n").problem().operations());
    }

    @ParameterizedTest(name = "{index}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | In the first line of x, the number of jobs is (nothing) but must be a whole number from 1 to 100000.",
                "0 1 | In the first line of x, the number of jobs is (0) but must be a whole number from 1 to 100000.",
                "1 1 x | In the first line of x, the mean number of machines is (x) but must be a number, or nothing.",
                "1 1 1 7 8 | In the first line of x, 2 numbers follow after the first three, from (7) on. Remove them.",
                "2 1;1 1 0 5 | The first line of x names 2 jobs, but 1 lines of jobs follow. Give it a line for each job.",
                "1 1;1 1 0 5;1 1 0 5 | The first line of x names 1 jobs, but 2 lines of jobs follow. Give it a line for each job.",
                "1 1;1 1 0 5 9 | In job 1 of x, 1 numbers follow after the last operation, from (9) on. Remove them, or count the operations anew.",
                "1 1;2 1 0 5 | In job 1 of x, the number of machines of operation 2 is (nothing) but must be a whole number from 1 to 1.",
                "1 1;1 0 | In job 1 of x, the number of machines of operation 1 is (0) but must be a whole number from 1 to 1.",
                "1 2;1 1 2 5 | In job 1 of x, a machine of operation 1 is (2) but must be a whole number from 0 to 1.",
                "1 2;1 1 0 0 | In job 1 of x, a time of operation 1 is (0) but must be a whole number from 1 to 536870911.",
                "1 2;1 1 0 5.5 | In job 1 of x, a time of operation 1 is (5.5) but must be a whole number from 1 to 536870911.",
                "1 2;1 1 0 99999999999 | In job 1 of x, a time of operation 1 is (99999999999) but must be a whole number from 1 to 536870911.",
                "1 2;1 2 0 5 0 6 | In job 1 of x, operation 1 names machine 0 twice. Name it once.",
            })
    void aWrongNumberIsNamedWithItsLine(String text, String message) {
        assertEquals(List.of(message), mistakes(text.replace(';', '\n')));
    }

    @Test
    void mistakesOfSeveralLinesAreToldTogether() {
        assertEquals(3, mistakes("3 2\n1 1 0 x\n0\n1 1 0 5 5\n").size());
    }

    @Test
    void timesThatOverflowInSumAreRefused() {
        assertEquals(1, mistakes("1 1\n2 1 0 536870911 1 0 536870911\n").size());
    }

    /** Each number of the first line is allowed; their product is memory. */
    @Test
    void moreOperationsTimesMachinesThanFitAreRefused() {
        String text = "1 100000\n300" + " 1 0 1".repeat(300);
        assertEquals(
                List.of(
                        "The problem has 300 operations on 100000 machines; their product must be at most 20000000. Split it."),
                mistakes(text));
    }

    @Test
    void whatIsNoTextFileIsRefusedByName(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("x.txt");
        Files.write(file, "1 1\n1 1 0 \u00e4".getBytes(StandardCharsets.ISO_8859_1));
        InstanceException encoding = assertThrows(InstanceException.class, () -> Instance.read(file, "fjs"));
        assertEquals(
                "The file (%s) is not text in UTF-8. Save it in that encoding.".formatted(file), encoding.getMessage());
        InstanceException notAFile = assertThrows(InstanceException.class, () -> Instance.read(folder, "fjs"));
        assertEquals("(%s) is a folder. Name a problem file.".formatted(folder), notAFile.getMessage());
    }

    private static List<String> mistakes(String text) {
        InstanceException refused = assertThrows(InstanceException.class, () -> Instance.parse("x", "fjs", text), text);
        return String.valueOf(refused.getMessage()).lines().toList();
    }
}
