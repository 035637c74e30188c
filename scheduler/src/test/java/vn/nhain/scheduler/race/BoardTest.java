package vn.nhain.scheduler.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a race makes of its cells. */
final class BoardTest {
    private static final RaceSettings SETTINGS =
            new RaceSettings("ops", List.of(10), List.of(1L, 2L, 3L), 1, Optional.empty(), Optional.empty());
    private static final Entry A = new Entry(Path.of("a.json"), "a", 30, 4);
    private static final Entry B = new Entry(Path.of("b.json"), "b", 40, 5);

    @TempDir
    Path folder;

    private Board board = new Board(SETTINGS, List.of(), Recorded.NOTHING);

    @BeforeEach
    void twoProblems() throws IOException {
        Path csv = Files.writeString(
                folder.resolve("best.csv"), "instance,lower_bound,best_known\na,80,100\nb,,200\nc,1,1\n");
        board = new Board(SETTINGS, List.of("nhain", "reference"), Recorded.read(csv));
    }

    @Test
    void middleOfThreeSeedsCounts() {
        add("a", "nhain", 104, 101, 102);
        assertEquals(OptionalLong.of(102), board.median("a", "nhain", 10));
    }

    /** A contender that finds nothing on most seeds has no median. */
    @Test
    void runWithoutPlanCountsAsEndless() {
        add("a", "nhain", 104, -1, 102);
        assertEquals(OptionalLong.of(104), board.median("a", "nhain", 10));
        add("b", "nhain", 104, -1, -1);
        assertEquals(OptionalLong.empty(), board.median("b", "nhain", 10));
    }

    @Test
    void rowShowsEveryContenderAndBothGaps() {
        add("a", "nhain", 104, 101, 102);
        add("a", "reference", 103, 103, 103);
        assertEquals(
                "a 30 4 10 102 103 100 +2.00 80 +27.50", board.rows(A).get(0).replaceAll(" +", " "));
    }

    @Test
    void summaryCountsEqualBetterAndWorse() {
        add("a", "nhain", 99, 99, 99);
        add("a", "reference", 110, 110, 110);
        add("b", "nhain", 210, 210, 210);
        add("b", "reference", 210, 210, 210);
        assertEquals(
                List.of(
                        "at 10 s, nhain against reference: 1 equal, 1 better, 0 worse; mean ratio 0.9500 over 2 of 2",
                        "at 10 s, nhain against best known: 0 equal, 1 better, 1 worse; mean ratio 1.0200 over 2 of 2",
                        "at 10 s, nhain against bound: 0 equal, 0 better, 1 worse; mean ratio 1.2375 over 1 of 2"),
                board.summary(List.of(A, B)));
    }

    @Test
    void logThatIsReadAgainHoldsTheSameCells() throws IOException {
        Path file = folder.resolve("out.csv");
        Cell found = new Cell("a", "nhain", 1, 2, 10, 102, Cell.FEASIBLE, 11.5, Map.of("cpu", "9.98"));
        Cell none = new Cell("a", "cpsat", 1, 2, 10, -1, Cell.NO_PLAN, 11.5, Map.of());
        CsvLog log = new CsvLog(file);
        log.add(A, found, Recorded.NOTHING);
        log.add(A, none, Recorded.NOTHING);
        List<Cell> read = new CsvLog(file).read();
        assertEquals(
                List.of(found.key(), none.key()), read.stream().map(Cell::key).toList());
        assertEquals(102, read.get(0).makespan());
        assertEquals("9.98", read.get(0).told().get("cpu"));
        assertFalse(read.get(1).feasible());
        assertEquals(3, Files.readAllLines(file).size());
    }

    @Test
    void fileOfAnotherKindIsNotAddedTo() throws IOException {
        Path file = Files.writeString(folder.resolve("out.csv"), "some,thing\n");
        IOException e = assertThrows(IOException.class, () -> new CsvLog(file).read());
        assertTrue(e.getMessage().contains("Name another file"), e.getMessage());
    }

    @Test
    void recordsWithoutTheirColumnsAreRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.csv"), "instance,makespan\n");
        assertThrows(IOException.class, () -> Recorded.read(file));
    }

    private void add(String instance, String contender, long... makespans) {
        for (int i = 0; i < makespans.length; i++) {
            String verdict = makespans[i] < 0 ? Cell.NO_PLAN : Cell.FEASIBLE;
            board.add(new Cell(instance, contender, 1, i + 1, 10, makespans[i], verdict, 1, Map.of()));
        }
    }
}
