package vn.nhain.edge.source.opcua;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import vn.nhain.edge.source.SourcePlan;
import vn.nhain.edge.source.TelemetrySource;
import vn.nhain.edge.source.opcua.connect.KeyFolder;

/**
 * One press. A server forgets what nobody subscribes to, so a changed source takes over before the old one ends.
 *
 * @param keys the agent's keys and whom it trusts
 */
public record OpcUaPlan(OpcUaMachine machine, OpcUaSettings settings, KeyFolder keys) implements SourcePlan {
    @Override
    public String name() {
        return "opcua " + machine.machineId();
    }

    @Override
    public Set<String> machineIds() {
        return Set.of(machine.machineId());
    }

    @Override
    public String remedy() {
        return "Is the server on, and opcua.machines.%s.url (%s) right?"
                .formatted(machine.machineId(), machine.server().url());
    }

    @Override
    public boolean isKeptWhileAway() {
        return false;
    }

    @Override
    public TelemetrySource open(Clock wallClock, LongSupplier nanoTime, RandomGenerator random) {
        return new OpcUaSource(List.of(machine), settings, keys, wallClock, nanoTime, random);
    }
}
