package vn.nhain.edge.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.nhain.edge.connection.ConnectionState;
import vn.nhain.edge.source.SourceListener;
import vn.nhain.edge.source.SourcePlan;
import vn.nhain.edge.source.SourceStatus;
import vn.nhain.edge.source.SourceValue;
import vn.nhain.edge.source.TelemetrySource;
import vn.nhain.edge.source.TelemetrySourceContract.Notebook;
import vn.nhain.plant.reading.ReadingQuality;

/** How sources change while machines go on. A bus in memory says a new number each time that anything happens on it. */
class RunningSourcesTest {
    private final List<String> log = new ArrayList<>();
    private final List<Fake> connected = new CopyOnWriteArrayList<>();
    private final Notebook notebook = new Notebook();
    private final RunningSources sources = new RunningSources(Clock.systemUTC(), new Random(1));
    private int said;

    private record Plan(String name, int version, boolean isKeptWhileAway, RunningSourcesTest test)
            implements SourcePlan {
        @Override
        public Set<String> machineIds() {
            return Set.of("M1");
        }

        @Override
        public String remedy() {
            return "";
        }

        @Override
        public TelemetrySource open(Clock wallClock, LongSupplier nanoTime, RandomGenerator random) {
            return test.new Fake(this);
        }
    }

    private final class Fake implements TelemetrySource {
        private final Plan plan;
        private @Nullable SourceListener listener;
        private int looks;

        Fake(Plan plan) {
            this.plan = plan;
        }

        @Override
        public Set<String> machineIds() {
            return plan.machineIds();
        }

        @Override
        public void start(SourceListener listener) {
            this.listener = listener;
            log.add("start %s %d".formatted(plan.name(), plan.version()));
            say();
        }

        /** Connects at the third look, as a real one takes its time; the machine goes on meanwhile. */
        @Override
        public List<SourceStatus> status() {
            if (++looks == 3) {
                connected.add(this);
            }
            say();
            Instant since = Instant.EPOCH;
            return List.of(new SourceStatus(
                    plan.name(),
                    looks >= 3 ? new ConnectionState.Connected(since) : new ConnectionState.Connecting(since, 1),
                    1,
                    0,
                    0,
                    0));
        }

        @Override
        public void close() {
            log.add("close %s %d".formatted(plan.name(), plan.version()));
            connected.remove(this);
            say();
        }
    }

    private void say() {
        int number = ++said;
        for (Fake fake : connected) {
            if (fake.listener != null) {
                fake.listener.onValues(
                        List.of(new SourceValue("M1", "n", number, ReadingQuality.GOOD, Instant.EPOCH)), () -> {});
            }
        }
    }

    private Plan plan(String name, int version, boolean kept) {
        return new Plan(name, version, kept, this);
    }

    private List<String> become(Plan... plans) {
        log.clear();
        return sources.become(List.of(plans), notebook);
    }

    private void connectAll() {
        for (int i = 0; i < 3; i++) {
            var unused = sources.status();
        }
    }

    @Test
    void aPlanThatStaysIsLeftAlone() {
        assertEquals(List.of("added a", "added b"), become(plan("a", 1, true), plan("b", 1, false)));
        assertEquals(List.of("added c"), become(plan("a", 1, true), plan("b", 1, false), plan("c", 1, true)));
        assertEquals(List.of("start c 1"), log);
        assertEquals(List.of("removed b"), become(plan("a", 1, true), plan("c", 1, true)));
        assertEquals(List.of("close b 1"), log);
    }

    /** Two sessions of one name throw each other out at a broker; it keeps what is said between them. */
    @Test
    void aSourceThatIsKeptEndsBeforeItsSuccessorBegins() {
        become(plan("a", 1, true));
        assertEquals(List.of("changed a"), become(plan("a", 2, true)));
        assertEquals(List.of("close a 1", "start a 2"), log);
    }

    @Test
    void aSourceThatIsNotKeptIsTakenOverSoThatNothingFallsBetween() {
        become(plan("a", 1, false));
        connectAll();
        for (int version = 2; version < 20; version++) {
            assertEquals(List.of("changed a"), become(plan("a", version, false)));
            assertEquals(List.of("start a " + version, "close a " + (version - 1)), log);
        }
        Set<Integer> heard = new TreeSet<>();
        notebook.values.forEach(value -> heard.add((int) Notebook.number(value)));
        int first = heard.iterator().next();
        assertEquals(said - first + 1, heard.size());
    }
}
