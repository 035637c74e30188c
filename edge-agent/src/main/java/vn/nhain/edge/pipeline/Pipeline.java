package vn.nhain.edge.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.edge.normalise.StateTracker;
import vn.nhain.edge.source.SourceListener;
import vn.nhain.edge.source.SourceValue;
import vn.nhain.edge.spool.Intake;
import vn.nhain.edge.spool.ReadingSpool;
import vn.nhain.plant.machine.MachineState;
import vn.nhain.plant.reading.Metrics;
import vn.nhain.plant.reading.Reading;

/**
 * The one way from any source to the spool: validate, normalise, suppress, spool; and past the live listener. Each value
 * is counted in exactly one place, see {@link Intake}.
 *
 * <p>Thread-safe; values of one machine are handled one delivery at a time, in order.
 */
public final class Pipeline implements SourceListener {
    private static final Logger log = LoggerFactory.getLogger(Pipeline.class);

    private final Map<String, MachineChannel> channelById = new LinkedHashMap<>();
    private final Validation validation;
    private final PipelineSettings settings;
    private final ReadingSpool spool;
    private final LiveListener live;
    private final Clock plantClock;
    private final LongSupplier nanoTime;
    private final Complaints complaints;

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
        this.settings = settings;
        this.spool = spool;
        this.live = live;
        this.plantClock = plantClock;
        this.nanoTime = nanoTime;
        this.validation = new Validation(plantClock, settings);
        this.complaints = new Complaints(log);
        for (String id : machineIds) {
            channelById.put(id, new MachineChannel(id, settings, nanoTime.getAsLong()));
        }
    }

    @Override
    public void onValues(List<SourceValue> values, Runnable whenDurable) {
        Map<String, List<SourceValue>> byMachine = new LinkedHashMap<>();
        for (SourceValue value : values) {
            byMachine
                    .computeIfAbsent(value.machineId(), id -> new ArrayList<>())
                    .add(value);
        }
        Runnable once = onceAfter(byMachine.size(), whenDurable);
        byMachine.forEach((machine, its) -> {
            MachineChannel channel = channelById.get(machine);
            if (channel == null) {
                complaints.add(machine, "is not a machine of this agent");
                spool.add(new Intake(List.of(), 0, its.size(), 0), once);
            } else {
                take(channel, its, once);
            }
        });
        if (byMachine.isEmpty()) {
            spool.add(new Intake(List.of(), 0, 0, 0), whenDurable);
        }
    }

    private void take(MachineChannel channel, List<SourceValue> values, Runnable whenDurable) {
        synchronized (channel) {
            hear(channel);
            List<Reading> kept = new ArrayList<>(values.size() + 1);
            int rejected = 0;
            int suppressed = 0;
            Instant newest = Instant.MIN;
            for (SourceValue value : values) {
                Validation.Verdict verdict = validation.check(value);
                Reading reading = verdict.reading();
                if (reading == null) {
                    rejected++;
                    complaints.add(channel.machineId + " " + value.metric(), verdict.refusal());
                    continue;
                }
                noteState(channel, reading);
                newest = reading.sourceTime().isAfter(newest) ? reading.sourceTime() : newest;
                if (channel.deadband.passes(reading)) {
                    kept.add(reading);
                } else {
                    suppressed++;
                }
            }
            Optional<Reading> state = newest.equals(Instant.MIN) ? Optional.empty() : derive(channel, newest);
            state.ifPresent(kept::add);
            spool.add(new Intake(kept, state.isPresent() ? 1 : 0, rejected, suppressed), whenDurable);
            if (!kept.isEmpty()) {
                live.onReadings(channel.machineId, kept);
            }
        }
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
        complaints.add(machineId, reason);
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
