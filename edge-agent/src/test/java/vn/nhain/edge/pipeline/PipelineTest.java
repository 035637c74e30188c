package vn.nhain.edge.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.edge.source.SourceValue;
import vn.nhain.edge.source.StateInputs;
import vn.nhain.edge.spool.Counters;
import vn.nhain.edge.spool.MvStoreSpool;
import vn.nhain.edge.spool.SpoolSettings;
import vn.nhain.plant.reading.Metrics;
import vn.nhain.plant.reading.Reading;
import vn.nhain.plant.reading.ReadingQuality;

/** Values in, lines out: {@code metric=value@second}. */
class PipelineTest {
    private static final Instant T0 = Instant.parse("2026-11-24T01:00:00Z");
    private static final Instant NOW = T0.plusSeconds(3_600);
    private static final PipelineSettings SETTINGS = new PipelineSettings(
            Map.of("power", 0.5), Duration.ofMinutes(5), Duration.ofSeconds(30), Duration.ofDays(1));

    @TempDir
    Path folder;

    private MvStoreSpool spool;
    private final List<String> live = new ArrayList<>();
    private long nanos;
    private Pipeline pipeline;

    @BeforeEach
    void start() {
        spool = open();
        pipeline = pipeline(CounterMemory.none());
    }

    private MvStoreSpool open() {
        return new MvStoreSpool(
                folder.resolve("spool.mv"), new SpoolSettings(Duration.ofMillis(1), 10_000, 10_000), Clock.systemUTC());
    }

    private Pipeline pipeline(CounterMemory memory) {
        return new Pipeline(
                Set.of("OF1"), SETTINGS, spool, new Live(), Clock.fixed(NOW, ZoneOffset.UTC), () -> nanos, memory);
    }

    @AfterEach
    void stop() {
        spool.close();
    }

    private final class Live implements LiveListener {
        @Override
        public void onReadings(String machineId, List<Reading> readings) {
            readings.forEach(reading -> live.add(line(reading)));
        }

        @Override
        public void onOnline(String machineId) {
            live.add("online");
        }

        @Override
        public void onOffline(String machineId) {
            live.add("offline");
        }
    }

    private static String line(Reading reading) {
        Object value = reading.isText() ? reading.text() : reading.value();
        return "%s=%s@%d"
                .formatted(
                        reading.metric(),
                        value,
                        Duration.between(T0, reading.sourceTime()).toSeconds());
    }

    private static SourceValue value(String metric, @Nullable Object value, int second) {
        return new SourceValue("OF1", metric, value, ReadingQuality.GOOD, T0.plusSeconds(second));
    }

    private Counters send(SourceValue... values) throws InterruptedException {
        CountDownLatch durable = new CountDownLatch(1);
        pipeline.onValues(List.of(values), durable::countDown);
        assertTrue(durable.await(20, TimeUnit.SECONDS));
        Counters counters = spool.status().counters();
        assertTrue(counters.isIntakeBalanced() && counters.isStoreBalanced(), counters::toString);
        return counters;
    }

    private List<String> states() {
        return live.stream().filter(line -> line.startsWith("state=")).toList();
    }

    @Test
    void unchangedValuesAndSmallChangesAreSuppressedUntilTheyAreRepeated() throws Exception {
        send(value("power", 10, 1), value("count.good", 5, 1));
        Counters counters = send(value("power", 10.4, 2), value("count.good", 5, 2), value("count.good", 6, 3));
        assertEquals(2, counters.suppressed());
        counters = send(value("power", 10.4, 301));
        assertEquals(2, counters.suppressed());
        assertEquals(List.of("online", "power=10.0@1", "count.good=5.0@1", "count.good=6.0@3", "power=10.4@301"), live);
    }

    @Test
    void aChangeOfQualityIsNewsEvenWhenTheValueIsTheSame() throws Exception {
        send(value("power", 10, 1));
        send(new SourceValue("OF1", "power", 10, ReadingQuality.BAD, T0.plusSeconds(2)));
        assertEquals(3, live.size());
    }

    @Test
    void invalidValuesAreRejectedAndCountedAndTheRestOfTheMessageIsKept() throws Exception {
        Counters counters = send(
                value("power", Double.NaN, 1),
                value("power", null, 1),
                value("power", List.of(1), 1),
                value("evil metric\n", 1, 1),
                value(StateInputs.PACKML_STATE, "Dancing", 1),
                value(Metrics.JOB_PHASE, 7, 1),
                value("fault.text", "x".repeat(Validation.MAX_TEXT + 1), 1),
                new SourceValue("OF1", "power", 1, ReadingQuality.GOOD, NOW.plusSeconds(2 * 86_400)),
                new SourceValue("OF1", "power", 1, ReadingQuality.GOOD, Instant.EPOCH),
                new SourceValue("OF9", "power", 1, ReadingQuality.GOOD, T0),
                value("power", 3, 1));
        assertEquals(10, counters.rejected());
        assertEquals(1, counters.accepted());
    }

    @Test
    void theStateIsDerivedOnceFromAllThatAMessageSays() throws Exception {
        Counters counters = send(
                value(StateInputs.ITEM_STATE, "Executing", 1),
                value(StateInputs.OPERATION_MODE, "Processing", 1),
                value(Metrics.JOB_PHASE, "Setup", 1));
        assertEquals(List.of("state=SETUP@1"), states());
        assertEquals(1, counters.derived());
        assertEquals(4, counters.accepted());
        send(value(Metrics.JOB_PHASE, "InProgress", 2));
        send(value("count.good", 1, 3));
        assertEquals(List.of("state=SETUP@1", "state=RUNNING@2"), states());
    }

    @Test
    void aSilentMachineGoesOfflineAndIsBackWithItsStateAtOnce() throws Exception {
        send(value(StateInputs.PACKML_STATE, "Execute", 1), value("power", 9, 1));
        nanos = Duration.ofSeconds(30).toNanos();
        pipeline.checkSilence();
        assertEquals(List.of("state=RUNNING@1"), states());
        nanos += 1;
        pipeline.checkSilence();
        pipeline.checkSilence();
        assertEquals(List.of("state=RUNNING@1", "state=OFFLINE@3600"), states());
        assertEquals("offline", live.get(live.size() - 1));
        pipeline.onAlive("OF1");
        assertEquals(List.of("online", "state=RUNNING@3600"), live.subList(live.size() - 2, live.size()));
        // what it says again is kept again
        send(value("power", 9, 4000));
        assertEquals("power=9.0@4000", live.get(live.size() - 1));
    }

    @Test
    void signsOfLifeKeepAMachineOnline() throws Exception {
        send(value(StateInputs.PACKML_STATE, "Idle", 1));
        for (int i = 0; i < 10; i++) {
            nanos += Duration.ofSeconds(20).toNanos();
            pipeline.onAlive("OF1");
            pipeline.checkSilence();
        }
        assertEquals(List.of("state=IDLE@1"), states());
    }

    @Test
    void aDeathMessageMakesOfflineAtOnceAndOnce() throws Exception {
        send(value(StateInputs.PACKML_STATE, "Idle", 1));
        pipeline.onGone("OF1", "will");
        pipeline.onGone("OF1", "will");
        assertEquals(List.of("state=IDLE@1", "state=OFFLINE@3600"), states());
    }

    @Test
    void anAnswerToARepeatedCommandPassesEachTime() throws Exception {
        Stream.of(1, 2).forEach(second -> {
            try {
                send(value(Metrics.JOB_ACK, "{}", second));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertEquals(2, live.stream().filter(line -> line.startsWith("job.ack")).count());
    }

    @Test
    void eachRefusalIsCountedByItsReason() throws Exception {
        send(
                value("power", Double.NaN, 1),
                value("power", 1e9, 1),
                value("humidity", 100.5, 1),
                value("count.good", -1, 1),
                value("power", "ten", 1),
                value("job", 7, 1),
                value("power", null, 1),
                value("power", List.of(1), 1),
                value("evil metric\n", 1, 1),
                value(StateInputs.PACKML_STATE, "Dancing", 1),
                value("fault.text", "x".repeat(Validation.MAX_TEXT + 1), 1),
                new SourceValue("OF1", "power", 1, ReadingQuality.GOOD, NOW.plusSeconds(2 * 86_400)),
                new SourceValue("OF9", "power", 1, ReadingQuality.GOOD, T0));
        pipeline.onMalformed("OF1", "a message", () -> {});
        Counters counters = send(value("power", 3, 1));
        assertEquals(
                Map.of(
                        "range", 4L,
                        "type", 3L,
                        "noValue", 1L,
                        "name", 1L,
                        "vocabulary", 2L,
                        "time", 1L,
                        "unknownMachine", 1L,
                        "malformed", 1L),
                counters.rejectedByReason());
        assertEquals(14, counters.rejected());
        assertEquals(1, counters.accepted());
        spool.close();
        spool = open();
        assertEquals(counters.rejectedByReason(), spool.status().counters().rejectedByReason());
    }

    @Test
    void aMachineThatMakesUpMetricsWithoutEndIsBounded() throws Exception {
        int more = 50;
        SourceValue[] values = IntStream.range(0, Pipeline.MOST_METRICS + more)
                .mapToObj(i -> value("m" + i, 1, 1))
                .toArray(SourceValue[]::new);
        Counters counters = send(values);
        assertEquals(Map.of("tooManyMetrics", (long) more), counters.rejectedByReason());
        assertEquals(1, send(value("m0", 2, 2)).accepted() - counters.accepted());
    }

    @Test
    void countersGoOnOverRolloverAndReset() throws Exception {
        pipeline.configure(Set.of("OF1"), SETTINGS, Map.of("OF1", Map.of("count.good", 65_536.0)));
        send(value("count.good", 65_530, 1), value("count.good", 4, 2), value("count.good", 3_000, 3));
        send(value("count.waste", 500, 1), value("count.waste", 2, 2), value("count.waste", 7, 3));
        send(value("energy", 500, 1), value("energy", 0, 2), value("energy", 501, 3));
        assertEquals(
                List.of(
                        "online",
                        "count.good=65530.0@1",
                        "count.good=65540.0@2",
                        "count.good=68536.0@3",
                        "count.waste=500.0@1",
                        "count.waste=502.0@2",
                        "count.waste=507.0@3",
                        "energy=500.0@1",
                        "energy=501.0@3"),
                live);
        assertEquals(new CounterSteps(1, 2), pipeline.counterSteps());
    }

    @Test
    void whatADeviceCountedBeforeARestartOfTheAgentIsNotCountedAgain() throws Exception {
        Path file = folder.resolve("counters.json");
        CounterMemory memory = CounterMemory.of(file);
        pipeline = pipeline(memory);
        send(value("count.good", 900, 1), value("count.good", 10, 2));
        memory.save();
        pipeline = pipeline(CounterMemory.of(file));
        // a broker gives again what was not acknowledged: older, and no reset
        send(value("count.good", 8, 1));
        send(value("count.good", 12, 3));
        assertEquals("count.good=912.0@3", live.get(live.size() - 1));
        assertEquals(new CounterSteps(0, 0), pipeline.counterSteps());
        Files.writeString(file, "{torn");
        pipeline = pipeline(CounterMemory.of(file));
        send(value("count.good", 13, 4));
        assertEquals("count.good=13.0@4", live.get(live.size() - 1));
    }

    @Test
    void aBandHoldsForAllMetricsThatBeginWithItsName() {
        PipelineSettings settings = new PipelineSettings(
                Map.of("density", 0.02, "density.C", 0.01), Duration.ZERO, Duration.ZERO, Duration.ZERO);
        assertEquals(0.01, settings.bandOf("density.C.z01"));
        assertEquals(0.02, settings.bandOf("density.M"));
        assertEquals(0, settings.bandOf("power"));
    }

    @Test
    void recordsOfThePastAreKeptAndAreNoSignOfLife() throws Exception {
        CountDownLatch durable = new CountDownLatch(1);
        pipeline.onRecords(List.of(value("density.C", 1.4, 1)), durable::countDown);
        assertTrue(durable.await(20, TimeUnit.SECONDS));
        assertEquals(1, spool.status().counters().accepted());
        assertEquals(List.of(), live);
    }

    @Test
    void aMachineThatLeavesTheConfigurationIsOfflineAndTheOthersGoOn() throws Exception {
        pipeline.configure(Set.of("OF1", "OF2"), SETTINGS, Map.of());
        send(value(StateInputs.PACKML_STATE, "Idle", 1), value("power", 9, 1));
        pipeline.configure(Set.of("OF1"), SETTINGS, Map.of());
        // still known: the same value is no news
        Counters counters = send(value("power", 9, 2));
        assertEquals(1, counters.suppressed());
        assertEquals(List.of("state=IDLE@1", "state=OFFLINE@3600"), states());
        pipeline.configure(Set.of(), SETTINGS, Map.of());
        assertEquals(List.of("state=IDLE@1", "state=OFFLINE@3600", "state=OFFLINE@3600"), states());
        counters = send(value("power", 10, 3));
        assertEquals(Map.of("unknownMachine", 1L), counters.rejectedByReason());
    }
}
