package vn.nhain.edge.source.mqtt;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import vn.nhain.edge.broker.BrokerSettings;
import vn.nhain.edge.source.SourcePlan;
import vn.nhain.edge.source.TelemetrySource;

/** All machines behind one broker. The broker keeps what arrives while the agent is away. */
public record MqttPlan(List<? extends MqttDevice> machines, BrokerSettings broker) implements SourcePlan {
    public MqttPlan {
        machines = List.copyOf(machines);
    }

    @Override
    public String name() {
        return "mqtt " + broker.url();
    }

    @Override
    public Set<String> machineIds() {
        return machines.stream().map(MqttDevice::machineId).collect(Collectors.toSet());
    }

    @Override
    public String remedy() {
        return "Does the broker run, and are mqtt.broker (%s), user and password right?".formatted(broker.url());
    }

    @Override
    public boolean isKeptWhileAway() {
        return true;
    }

    @Override
    public TelemetrySource open(Clock wallClock, LongSupplier nanoTime, RandomGenerator random) {
        return new MqttSource(machines, broker, wallClock, random);
    }

    /** Under another client id, since the agent's own would throw a running agent out, and for no topic. */
    @Override
    public TelemetrySource openForCheck(Clock wallClock, LongSupplier nanoTime, RandomGenerator random) {
        return new MqttSource(List.of(), broker.visiting(), wallClock, random);
    }
}
