package vn.nhain.edge.source.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.edge._support.Eventually;
import vn.nhain.edge.keys.Document;
import vn.nhain.edge.source.Owner;
import vn.nhain.edge.source.SourcePlan;
import vn.nhain.edge.source.SourceValue;
import vn.nhain.edge.source.TelemetrySource;
import vn.nhain.edge.source.TelemetrySourceContract.Notebook;

/** Scans of a spectrophotometer, written by hand into a folder. */
class FolderSourceTest {
    private static final String SCAN = """
            time,patch,D_C,dE
            2026-11-24T01:00:00Z,1,1.40,2.1
            2026-11-24T01:00:01Z,2,1.42,
            """;

    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private final Notebook notebook = new Notebook();

    private TelemetrySource source(Map<String, ?> more) {
        Map<String, Object> machine = new HashMap<>(Map.of(
                "path",
                folder.toString(),
                "settle",
                "2s",
                "interval",
                "5ms",
                "metrics",
                Map.of("density.C", Map.of("column", "D_C"), "deltaE.C", Map.of("column", "dE"))));
        machine.putAll(more);
        return plan(machine).open(Clock.systemUTC(), nanos::get, new Random(1));
    }

    private static SourcePlan plan(Map<String, ?> machine) {
        Document document = Document.of(Map.of("machines", Map.of("OF1", machine)), Map.of());
        List<SourcePlan> plans = new FolderType().read(document.root(), new Owner("hcm1", "edge1", Path.of("")));
        assertEquals(List.of(), document.mistakes());
        return plans.get(0);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void settle(TelemetrySource source) throws InterruptedException {
        long seen = source.status().get(0).messages();
        Eventually.holds("it looks", () -> source.status().get(0).state().isUp());
        Eventually.holds("it is read", () -> {
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            return source.status().get(0).messages() > seen;
        });
    }

    private List<String> names(String in) throws IOException {
        if (!Files.exists(folder.resolve(in))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve(in))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private List<String> values() {
        List<String> lines = new ArrayList<>();
        notebook.values.forEach(v -> lines.add("%s=%s@%s".formatted(v.metric(), v.value(), v.sourceTime())));
        lines.sort(null);
        return lines;
    }

    @Test
    void aFileIsReadRowByRowAndLeavesTheFolder() throws Exception {
        write("scan.csv", SCAN);
        try (TelemetrySource source = source(Map.of())) {
            source.start(notebook);
            settle(source);
            Eventually.holds("done", () -> names("done").equals(List.of("scan.csv")));
        }
        assertEquals(
                List.of(
                        "deltaE.C=2.1@2026-11-24T01:00:00Z",
                        "density.C=1.42@2026-11-24T01:00:01Z",
                        "density.C=1.4@2026-11-24T01:00:00Z"),
                values());
        assertEquals(List.of(), names("."));
    }

    /** The clock of the test stands still while the file grows, so it is never settled. */
    @Test
    void aFileThatStillGrowsIsWaitedFor() throws Exception {
        write("scan.csv", SCAN.substring(0, 30));
        try (TelemetrySource source = source(Map.of())) {
            source.start(notebook);
            Eventually.holds("it looks", () -> source.status().get(0).state().isUp());
            for (int length = 40; length < SCAN.length(); length += 20) {
                nanos.addAndGet(Duration.ofMillis(1_900).toNanos());
                write("scan.csv", SCAN.substring(0, length));
                Thread.sleep(15);
            }
            assertEquals(List.of(), values());
            write("scan.csv", SCAN);
            settle(source);
            Eventually.holds("done", () -> names("done").equals(List.of("scan.csv")));
        }
        assertEquals(3, values().size());
        assertEquals(List.of(), notebook.malformed);
    }

    @Test
    void aFileStaysUntilAllOfItIsDurable() throws Exception {
        List<Runnable> durable = new CopyOnWriteArrayList<>();
        Notebook slow = new Notebook() {
            @Override
            public void onValues(List<SourceValue> values, Runnable whenDurable) {
                durable.add(whenDurable);
            }
        };
        write("scan.csv", SCAN);
        try (TelemetrySource source = source(Map.of())) {
            source.start(slow);
            settle(source);
            durable.get(0).run();
            Thread.sleep(30);
            assertEquals(List.of("scan.csv"), names("."));
            durable.get(1).run();
            Eventually.holds("done", () -> names("done").equals(List.of("scan.csv")));
        }
    }

    @Test
    void badRowsAreRefusedOneByOneAndTheFileIsSetAsideWithTheReasons() throws Exception {
        write("scan.csv", SCAN + "yesterday,3,1.4,2\n2026-11-24T01:00:03Z,4\n2026-11-24T01:00:04Z,5,1.5,2\n");
        try (TelemetrySource source = source(Map.of())) {
            source.start(notebook);
            settle(source);
            Eventually.holds("set aside", () -> names("rejected").size() == 2);
        }
        assertEquals(2, notebook.malformed.size());
        assertEquals(5, values().size());
        List<String> reasons = Files.readAllLines(folder.resolve("rejected/scan.csv.reason.txt"));
        assertTrue(reasons.get(0).startsWith("line 4: "), reasons::toString);
        assertTrue(reasons.get(1).contains("line 5: it has not as many columns"), reasons::toString);
        assertEquals(List.of("scan.csv", "scan.csv.reason.txt"), names("rejected"));
    }

    @Test
    void whatIsNoMeasurementFileIsSetAsideWhole() throws Exception {
        Files.write(folder.resolve("a.csv"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        write("b.csv", "when,D_C\n1,2\n");
        write("c.csv", "");
        write("d.csv", "time,D_C,D_C\n");
        write("ignored.txt", "x");
        Files.createDirectory(folder.resolve("e.csv"));
        try (TelemetrySource source = source(Map.of())) {
            source.start(notebook);
            settle(source);
            Eventually.holds("set aside", () -> names("rejected").size() == 8);
        }
        assertEquals(4, notebook.malformed.size(), notebook.malformed::toString);
        assertEquals(List.of("ignored.txt"), names("."));
        assertTrue(Files.readString(folder.resolve("rejected/b.csv.reason.txt")).contains("no column"));
    }

    @Test
    void otherHabitsOfWritingAreRead() throws Exception {
        Files.write(
                folder.resolve("scan.csv"),
                "\uFEFFZeit;D_C;dE\n24.11.2026 08:00:00;1,40;\"2,1\"\n".getBytes(StandardCharsets.UTF_8));
        try (TelemetrySource source = source(Map.of(
                "separator", ";",
                "decimal", "comma",
                "timeColumn", "Zeit",
                "timeFormat", "dd.MM.yyyy HH:mm:ss",
                "zone", "Asia/Ho_Chi_Minh"))) {
            source.start(notebook);
            settle(source);
        }
        assertEquals(
                Instant.parse("2026-11-24T01:00:00Z"), notebook.values.get(0).sourceTime());
        assertEquals(2, values().size());
    }

    @Test
    void aNameThatComesAgainDoesNotReplaceTheEarlierFile() throws Exception {
        try (TelemetrySource source = source(Map.of())) {
            source.start(notebook);
            write("scan.csv", SCAN);
            settle(source);
            Eventually.holds("first", () -> names("done").equals(List.of("scan.csv")));
            write("scan.csv", SCAN);
            settle(source);
            Eventually.holds("second", () -> names("done").equals(List.of("scan.csv", "scan.csv.1")));
        }
    }

    @Test
    void aFolderThatIsNotThereIsSaidAndFoundLater() throws Exception {
        Path later = folder.resolve("later");
        try (TelemetrySource source = source(Map.of("path", later.toString()))) {
            source.start(notebook);
            Eventually.holds("it is said", () -> source.status().toString().contains("may write in"));
            Files.createDirectory(later);
            Eventually.holds("found", () -> source.status().get(0).state().isUp());
        }
    }

    @Test
    void aCheckTakesNothing() throws Exception {
        write("scan.csv", SCAN);
        SourcePlan plan = plan(Map.of(
                "path",
                folder.toString(),
                "settle",
                "0ms",
                "interval",
                "1ms",
                "metrics",
                Map.of("density.C", Map.of("column", "D_C"))));
        try (TelemetrySource source = plan.openForCheck(Clock.systemUTC(), nanos::get, new Random(1))) {
            source.start(notebook);
            Eventually.holds("it looks", () -> source.status().get(0).state().isUp());
            Thread.sleep(20);
        }
        assertFalse(Files.exists(folder.resolve("done")));
        assertEquals(List.of("scan.csv"), names("."));
    }
}
