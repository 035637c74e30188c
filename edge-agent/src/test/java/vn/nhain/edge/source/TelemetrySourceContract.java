package vn.nhain.edge.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.edge._support.Eventually;

/** What every source promises. The other side is real and can be taken away. */
public abstract class TelemetrySourceContract {
    protected static final Instant T0 = Instant.parse("2026-11-24T01:00:00Z");
    protected static final String MACHINE = "M1";

    @TempDir
    protected Path folder;

    /** A source of {@link #MACHINE} whose other side is not there yet. */
    protected abstract TelemetrySource source() throws Exception;

    /** Makes the other side appear, for the first time or again at the same address. */
    protected abstract void appear() throws Exception;

    /** Takes the other side away without a word. */
    protected abstract void vanish() throws Exception;

    /** Lets the machine send this count at this time. */
    protected abstract void send(double count, Instant time) throws Exception;

    /** Writes down what it hears. */
    public static class Notebook implements SourceListener {
        public final List<SourceValue> values = new CopyOnWriteArrayList<>();
        public final List<String> malformed = new CopyOnWriteArrayList<>();
        public final List<String> gone = new CopyOnWriteArrayList<>();

        @Override
        public void onValues(List<SourceValue> values, Runnable whenDurable) {
            this.values.addAll(values);
            whenDurable.run();
        }

        @Override
        public void onMalformed(String machineId, String reason, Runnable whenDurable) {
            malformed.add(reason);
            whenDurable.run();
        }

        @Override
        public void onAlive(String machineId) {}

        @Override
        public void onGone(String machineId, String reason) {
            gone.add(machineId);
        }

        public boolean hasCount(double count) {
            return values.stream().anyMatch(v -> v.metric().equals("count.good") && number(v) == count);
        }

        public static double number(SourceValue value) {
            return value.value() instanceof Number number ? number.doubleValue() : Double.NaN;
        }
    }

    private static void awaitUp(TelemetrySource source) throws InterruptedException {
        Eventually.holds("connected: " + source.status(), () -> source.status().stream()
                .allMatch(status -> status.state().isUp()));
    }

    @Test
    void valuesArriveInOrderWithTheTimeOfTheMachine() throws Exception {
        Notebook notebook = new Notebook();
        appear();
        try (TelemetrySource source = source()) {
            source.start(notebook);
            awaitUp(source);
            for (int i = 1; i <= 5; i++) {
                send(i, T0.plusSeconds(i));
                int sent = i;
                Eventually.holds("count " + i, () -> notebook.hasCount(sent));
            }
            List<SourceValue> counts = notebook.values.stream()
                    .filter(v -> v.metric().equals("count.good") && Notebook.number(v) > 0)
                    .toList();
            assertEquals(5, counts.size(), counts::toString);
            for (int i = 1; i <= 5; i++) {
                assertEquals(i, Notebook.number(counts.get(i - 1)));
                assertEquals(T0.plusSeconds(i), counts.get(i - 1).sourceTime());
                assertEquals(MACHINE, counts.get(i - 1).machineId());
            }
        }
    }

    @Test
    void aCounterpartThatComesLaterIsFound() throws Exception {
        Notebook notebook = new Notebook();
        try (TelemetrySource source = source()) {
            source.start(notebook);
            Eventually.holds(
                    "it has tried", () -> !source.status().get(0).state().isUp());
            appear();
            awaitUp(source);
            send(3, T0.plusSeconds(3));
            Eventually.holds("count 3", () -> notebook.hasCount(3));
        }
    }

    @Test
    void afterALossTheDataFlowAgainByThemselves() throws Exception {
        Notebook notebook = new Notebook();
        appear();
        try (TelemetrySource source = source()) {
            source.start(notebook);
            awaitUp(source);
            send(1, T0.plusSeconds(1));
            Eventually.holds("count 1", () -> notebook.hasCount(1));
            vanish();
            appear();
            Eventually.holds("count 2 after the loss", () -> {
                send(2, T0.plusSeconds(2));
                return notebook.hasCount(2);
            });
        }
    }

    @Test
    void nothingIsDeliveredAfterClose() throws Exception {
        Notebook notebook = new Notebook();
        appear();
        TelemetrySource source = source();
        source.start(notebook);
        awaitUp(source);
        source.close();
        int before = notebook.values.size();
        send(9, T0.plusSeconds(9));
        assertEquals(before, notebook.values.size());
        assertEquals(
                List.of(true),
                source.status().stream()
                        .map(status -> status.state().getClass().getSimpleName().equals("Closed"))
                        .toList());
    }
}
