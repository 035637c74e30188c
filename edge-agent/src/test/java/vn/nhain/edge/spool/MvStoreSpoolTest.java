package vn.nhain.edge.spool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.plant.reading.Reading;

class MvStoreSpoolTest {
    private static final Instant T0 = Instant.parse("2026-11-24T01:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private MvStoreSpool spool;

    @BeforeEach
    void open() {
        open(1_000_000);
    }

    private void open(long capacity) {
        spool = new MvStoreSpool(
                folder.resolve("spool.mv"),
                new SpoolSettings(Duration.ofMillis(1), capacity, 10_000),
                Clock.systemUTC());
    }

    @AfterEach
    void close() {
        spool.close();
    }

    private static Reading speed(int second, double value) {
        return Reading.number("OF1", "speed.actual", value, T0.plusSeconds(second));
    }

    private static Reading count(int second, double value) {
        return Reading.number("OF1", "count.good", value, T0.plusSeconds(second));
    }

    private void add(Reading... readings) throws InterruptedException {
        CountDownLatch durable = new CountDownLatch(1);
        spool.add(new Intake(List.of(readings), 0, 0, 0), durable::countDown);
        assertTrue(durable.await(20, TimeUnit.SECONDS));
    }

    private List<Double> drain() throws InterruptedException {
        List<SpooledReading> batch = spool.next(1_000, Duration.ofMillis(1));
        spool.settle(batch, Set.of());
        return batch.stream().map(spooled -> spooled.reading().value()).toList();
    }

    private Counters settled() throws InterruptedException {
        add();
        Counters counters = spool.status().counters();
        assertTrue(counters.isIntakeBalanced(), counters::toString);
        assertTrue(counters.isStoreBalanced(), counters::toString);
        return counters;
    }

    @Test
    void readingsComeOutInTheOrderOfArrivalWhateverTheirWorth() throws InterruptedException {
        add(speed(1, 1), count(1, 2), speed(2, 3));
        add(count(2, 4));
        assertEquals(List.of(1.0, 2.0, 3.0, 4.0), drain());
        assertEquals(4, settled().stored());
    }

    @Test
    void whatIsNotSettledComesAgainAfterAReopen() throws InterruptedException {
        add(speed(1, 1), speed(2, 2));
        spool.next(1, LONG);
        spool.close();
        open(1_000_000);
        assertEquals(List.of(1.0, 2.0), drain());
        Counters counters = settled();
        assertEquals(2, counters.accepted());
        assertEquals(2, counters.stored());
    }

    @Test
    void aKeyThatComesTwiceCountsOnceEvenAfterAReopen() throws InterruptedException {
        add(speed(1, 1));
        drain();
        spool.close();
        open(1_000_000);
        add(speed(1, 1));
        Counters counters = settled();
        assertEquals(1, counters.accepted());
        assertEquals(1, counters.suppressed());
        assertEquals(List.of(), drain());
    }

    @Test
    void theLaterValueOfAKeyWinsWhileTheEarlierOneWaits() throws InterruptedException {
        add(speed(1, 1), speed(1, 7));
        assertEquals(List.of(7.0), drain());
        assertEquals(1, settled().stored());
    }

    @Test
    void theLaterValueOfAStoredKeyIsSentAgainAndNotCountedAgain() throws InterruptedException {
        add(speed(1, 1));
        drain();
        add(speed(1, 7));
        assertEquals(List.of(7.0), drain());
        Counters counters = settled();
        assertEquals(1, counters.stored());
        assertEquals(1, counters.suppressed());
    }

    @Test
    void aValueThatIsOnItsWayIsNotChangedButFollowed() throws InterruptedException {
        add(speed(1, 1));
        List<SpooledReading> underWay = spool.next(10, LONG);
        add(speed(1, 7));
        spool.settle(underWay, Set.of());
        assertEquals(List.of(7.0), drain());
        assertEquals(1, settled().stored());
    }

    @Test
    void aFullSpoolDropsSamplesFirstAndCountersLast() throws InterruptedException {
        spool.close();
        open(3);
        add(count(1, 1), speed(1, 2), speed(2, 3), count(2, 4), count(3, 5));
        assertEquals(List.of(1.0, 4.0, 5.0), drain());
        add(count(4, 6), count(5, 7), count(6, 8), count(7, 9));
        assertEquals(List.of(7.0, 8.0, 9.0), drain());
        Counters counters = settled();
        assertEquals(3, counters.dropped());
        assertEquals(3, spool.status().droppedByMachine().get("OF1"));
    }

    @Test
    void whatIsOnItsWayToTheStoreIsNotDropped() throws InterruptedException {
        spool.close();
        open(2);
        add(speed(1, 1), speed(2, 2));
        List<SpooledReading> underWay = spool.next(10, LONG);
        add(speed(3, 3), speed(4, 4));
        spool.settle(underWay, Set.of());
        Counters counters = settled();
        assertEquals(2, counters.stored());
        assertEquals(2, counters.dropped());
    }

    @Test
    void aKeyThatWasDroppedAndComesAgainIsNew() throws InterruptedException {
        spool.close();
        open(1);
        add(speed(1, 1), speed(2, 2));
        drain();
        add(speed(1, 1));
        assertEquals(List.of(1.0), drain());
        Counters counters = settled();
        assertEquals(1, counters.dropped());
        assertEquals(2, counters.stored());
    }

    @Test
    void refusedReadingsAreCountedAsQuarantined() throws InterruptedException {
        add(speed(1, 1), speed(2, 2));
        List<SpooledReading> batch = spool.next(10, LONG);
        spool.settle(batch, Set.of(batch.get(0).sequence()));
        Counters counters = settled();
        assertEquals(1, counters.quarantined());
        assertEquals(1, counters.stored());
    }
}
