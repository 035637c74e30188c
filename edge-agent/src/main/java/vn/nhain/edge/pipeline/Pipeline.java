package vn.nhain.edge.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.edge.log.Repeats;
import vn.nhain.edge.normalise.MetricRule;
import vn.nhain.edge.normalise.MonotonicCounter;
import vn.nhain.edge.normalise.StateTracker;
import vn.nhain.edge.source.SourceListener;
import vn.nhain.edge.source.SourceValue;
import vn.nhain.edge.spool.Intake;
import vn.nhain.edge.spool.ReadingSpool;
import vn.nhain.edge.spool.Rejection;
import vn.nhain.plant.machine.MachineState;
import vn.nhain.plant.reading.Metrics;
import vn.nhain.plant.reading.Reading;
import vn.nhain.plant.reading.ReadingQuality;

/**
 * The one way from any source to the spool: validate, normalise, suppress, spool; and past the live listener. Each value
 * is counted in exactly one place, see {@link Intake}.
 *
 * <p>Thread-safe; values of one machine are handled one delivery at a time, in order.
 */
public final class Pipeline implements SourceListener {
    private static final Logger log = LoggerFactory.getLogger(Pipeline.class);

    /** A machine has some hundred; more than this are refused, since each takes memory here and in the store for ever. */
    static final int MOST_METRICS = 20_000;

    private final Map<String, MachineChannel> channelById = new ConcurrentHashMap<>();
    private final Validation validation;
    private final CounterMemory memory;
    private final ReadingSpool spool;
    private final LiveListener live;
    private final Clock plantClock;
    private final LongSupplier nanoTime;
    private final Repeats repeats;
    private final AtomicLong rollovers = new AtomicLong();
    private final AtomicLong resets = new AtomicLong();

    private volatile PipelineSettings settings;
    private volatile Map<String, Map<String, Double>> spanByMetricByMachine = Map.of();

    /**
     * @param machineIds machines of this agent; values of others are refused
     * @param plantClock plant time, for states that the agent derives
     * @param nanoTime monotonic wall time, for silence
     */
    public Pipeline(
            Set<String> machineIds,
            PipelineSettings settings,
            ReadingSpool spool,
            LiveListener live,
            Clock plantClock,
            LongSupplier nanoTime) {
        this(machineIds, settings, spool, live, plantClock, nanoTime, CounterMemory.none());
    }

    /**
     * The same with counters that go on after a restart.
     *
     * @param memory where the bases of counters are kept
     */
    public Pipeline(
            Set<String> machineIds,
            PipelineSettings settings,
            ReadingSpool spool,
            LiveListener live,
            Clock plantClock,
            LongSupplier nanoTime,
            CounterMemory memory) {
        this.settings = settings;
        this.spool = spool;
        this.live = live;
        this.plantClock = plantClock;
        this.nanoTime = nanoTime;
        this.memory = memory;
        this.validation = new Validation(plantClock);
        this.repeats = new Repeats(log);
        configure(machineIds, settings, Map.of());
    }

    /**
     * Goes on with other machines and settings. What is known of a machine that stays is kept; one that is gone is OFFLINE.
     *
     * @param spans numbers that a counter takes before it begins again at 0, by machine and metric
     */
    public void configure(Set<String> machineIds, PipelineSettings settings, Map<String, Map<String, Double>> spans) {
        this.settings = settings;
        this.spanByMetricByMachine = Map.copyOf(spans);
        for (String id : machineIds) {
            MachineChannel channel =
                    channelById.computeIfAbsent(id, unknown -> new MachineChannel(unknown, nanoTime.getAsLong()));
            synchronized (channel) {
                // made again with the span of now, going on from what is remembered
                channel.counterByMetric.clear();
            }
        }
        for (String id : List.copyOf(channelById.keySet())) {
            if (!machineIds.contains(id)) {
                onGone(id, "it is no longer in the configuration");
                channelById.remove(id);
            }
        }
    }

    @Override
    public void onValues(List<SourceValue> values, Runnable whenDurable) {
        takeAll(values, true, whenDurable);
    }

    @Override
    public void onRecords(List<SourceValue> values, Runnable whenDurable) {
        takeAll(values, false, whenDurable);
    }

    private void takeAll(List<SourceValue> values, boolean alive, Runnable whenDurable) {
        Map<String, List<SourceValue>> byMachine = byMachine(values);
        Runnable once = onceAfter(byMachine.size(), whenDurable);
        byMachine.forEach((machine, its) -> {
            MachineChannel channel = channelById.get(machine);
            if (channel == null) {
                repeats.refused(machine, "is not a machine of this agent");
                spool.add(new Intake(List.of(), 0, Map.of(Rejection.UNKNOWN_MACHINE, its.size()), 0), once);
            } else {
                take(channel, its, alive, once);
            }
        });
        if (byMachine.isEmpty()) {
            spool.add(new Intake(List.of(), 0, 0, 0), whenDurable);
        }
    }

    private static Map<String, List<SourceValue>> byMachine(List<SourceValue> values) {
        Map<String, List<SourceValue>> byMachine = new LinkedHashMap<>();
        String machine = "";
        List<SourceValue> its = List.of();
        for (SourceValue value : values) {
            // mostly a delivery is of one machine
            if (!value.machineId().equals(machine) || its.isEmpty()) {
                machine = value.machineId();
                its = byMachine.computeIfAbsent(machine, id -> new ArrayList<>(values.size()));
            }
            its.add(value);
        }
        return byMachine;
    }

    private void take(MachineChannel channel, List<SourceValue> values, boolean alive, Runnable whenDurable) {
        synchronized (channel) {
            if (alive) {
                hear(channel);
            }
            List<Reading> kept = new ArrayList<>(values.size() + 1);
            Map<Rejection, Integer> rejected = new EnumMap<>(Rejection.class);
            int suppressed = 0;
            Instant newest = Instant.MIN;
            for (SourceValue value : values) {
                Reading reading = accept(channel, value, rejected);
                if (reading == null) {
                    continue;
                }
                noteState(channel, reading);
                newest = reading.sourceTime().isAfter(newest) ? reading.sourceTime() : newest;
                if (channel.deadband.passes(reading, settings)) {
                    kept.add(reading);
                } else {
                    suppressed++;
                }
            }
            Optional<Reading> state = newest.equals(Instant.MIN) ? Optional.empty() : derive(channel, newest);
            state.ifPresent(kept::add);
            spool.add(new Intake(kept, state.isPresent() ? 1 : 0, rejected, suppressed), whenDurable);
            if (!kept.isEmpty() && channel.online) {
                live.onReadings(channel.machineId, kept);
            }
        }
    }

    /** The reading that a value is, normalised; null when it is refused, which is counted. */
    private @Nullable Reading accept(MachineChannel channel, SourceValue value, Map<Rejection, Integer> rejected) {
        Validation.Verdict verdict = validation.check(value, settings);
        Rejection rejection = verdict.rejection();
        String words = verdict.words();
        if (verdict.reading() != null) {
            if (channel.deadband.knows(value.metric()) || channel.deadband.metrics() < MOST_METRICS) {
                return counted(channel, verdict.reading());
            }
            rejection = Rejection.TOO_MANY_METRICS;
            words = "the machine has %d metrics already".formatted(MOST_METRICS);
        }
        rejected.merge(rejection, 1, Integer::sum);
        repeats.refused(channel.machineId + " " + value.metric(), words);
        return null;
    }

    /** Counters never run back, whatever the device does. */
    private Reading counted(MachineChannel channel, Reading reading) {
        String metric = reading.metric();
        if (!MetricRule.isCounter(metric) || reading.quality() == ReadingQuality.BAD) {
            return reading;
        }
        MonotonicCounter counter = channel.counterByMetric.computeIfAbsent(
                metric, name -> memory.counter(channel.machineId, name, span(channel.machineId, name)));
        switch (counter.take(reading.value(), reading.sourceTime())) {
            case ROLLOVER -> rollovers.incrementAndGet();
            case RESET -> {
                resets.incrementAndGet();
                repeats.warn(channel.machineId + " " + metric, "counts from 0 again; the count goes on");
            }
            case GLITCH -> repeats.warn(channel.machineId + " " + metric, "counts on; its reset was a glitch");
            default -> {}
        }
        memory.note(channel.machineId, metric, counter.memory());
        double total = counter.total(reading.value());
        return total == reading.value()
                ? reading
                : new Reading(reading.machineId(), metric, total, null, reading.quality(), reading.sourceTime());
    }

    private double span(String machineId, String metric) {
        return spanByMetricByMachine.getOrDefault(machineId, Map.of()).getOrDefault(metric, Double.POSITIVE_INFINITY);
    }

    private static void noteState(MachineChannel channel, Reading reading) {
        if (StateTracker.isInput(reading.metric())) {
            channel.tracker.put(reading.metric(), String.valueOf(reading.text()));
        }
    }

    /** A state reading if what the machine said adds up to another state than the last one reported. */
    private Optional<Reading> derive(MachineChannel channel, Instant sourceTime) {
        Optional<MachineState> now = channel.tracker.derive();
        if (now.isEmpty() || now.get() == channel.state) {
            return Optional.empty();
        }
        return Optional.of(report(channel, now.get(), sourceTime));
    }

    private Reading report(MachineChannel channel, MachineState state, Instant sourceTime) {
        // after a time offline the machine repeats old values: what is new is that it is here, now
        Instant time = sourceTime.isBefore(channel.stateTime) ? plantClock.instant() : sourceTime;
        channel.state = state;
        channel.stateTime = time;
        return Reading.text(channel.machineId, Metrics.STATE, state.name(), time);
    }

    private void hear(MachineChannel channel) {
        channel.lastHeardNanos = nanoTime.getAsLong();
        if (!channel.online) {
            channel.online = true;
            live.onOnline(channel.machineId);
        }
    }

    @Override
    public void onMalformed(String machineId, String reason, Runnable whenDurable) {
        repeats.refused(machineId, reason);
        spool.add(new Intake(List.of(), 0, 1, 0), whenDurable);
    }

    @Override
    public void onAlive(String machineId) {
        MachineChannel channel = channelById.get(machineId);
        if (channel == null) {
            return;
        }
        synchronized (channel) {
            boolean back = !channel.online;
            hear(channel);
            if (back) {
                Optional<Reading> state = derive(channel, plantClock.instant());
                if (state.isPresent()) {
                    spool.add(new Intake(List.of(state.get()), 1, 0, 0), () -> {});
                    live.onReadings(machineId, List.of(state.get()));
                }
            }
        }
    }

    @Override
    public void onGone(String machineId, String reason) {
        MachineChannel channel = channelById.get(machineId);
        if (channel == null) {
            return;
        }
        synchronized (channel) {
            if (channel.state == MachineState.OFFLINE) {
                return;
            }
            log.info("{} is offline: {}", machineId, reason);
            channel.online = false;
            // whatever it says when it comes back is worth keeping, even if it is what it said before
            channel.deadband.reset();
            Reading state = report(channel, MachineState.OFFLINE, plantClock.instant());
            spool.add(new Intake(List.of(state), 1, 0, 0), () -> {});
            live.onReadings(machineId, List.of(state));
            live.onOffline(machineId);
        }
    }

    /** Counters that began again at the end of their span, and ones that the device reset, since the start. */
    public CounterSteps counterSteps() {
        return new CounterSteps(rollovers.get(), resets.get());
    }

    /** Declares machines OFFLINE that have been silent for too long. Called every second or so. */
    public void checkSilence() {
        long now = nanoTime.getAsLong();
        for (MachineChannel channel : channelById.values()) {
            boolean silent;
            synchronized (channel) {
                silent = now - channel.lastHeardNanos > settings.silence().toNanos();
            }
            if (silent) {
                onGone(channel.machineId, "silent for more than %s".formatted(settings.silence()));
            }
        }
    }

    /** The state last reported of each machine; machines that were not heard of yet are absent. */
    public Map<String, MachineState> states() {
        Map<String, MachineState> states = new LinkedHashMap<>();
        for (MachineChannel channel : channelById.values()) {
            MachineState state = channel.state;
            if (state != null) {
                states.put(channel.machineId, state);
            }
        }
        return states;
    }

    private static Runnable onceAfter(int times, Runnable action) {
        if (times <= 1) {
            return action;
        }
        AtomicInteger left = new AtomicInteger(times);
        return () -> {
            if (left.decrementAndGet() == 0) {
                action.run();
            }
        };
    }
}
