package vn.nhain.edge.faults;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Every machine of a very large plant begins to talk at once, and each is a Sparkplug device to be born. */
final class DevicesBorn implements Fault {
    @Override
    public String name() {
        return "devices-born-at-once";
    }

    @Override
    public Tally run(Plant plant, Scale scale) throws Exception {
        int machines = scale.of(500, 10_000);
        try (CountingStore store = new CountingStore(InetAddress.getLoopbackAddress());
                AgentProcess agent = new AgentProcess(
                        plant.folder.resolve("agent4"),
                        plant.folder.resolve("agent4/data"),
                        Plant.yaml("edge4", plant.broker.url(), store.url(), "b", machines),
                        "127.0.0.1",
                        List.of());
                CountingSource source = new CountingSource(plant.broker.url(), "b", machines)) {
            agent.awaitConnected();
            source.publish(machines);
            Tally tally = Plant.settle(agent, store.rows, source.given, Plant.NONE, Duration.ofMinutes(5));
            Object born = ((Map<?, ?>) agent.health().get("sparkplug")).get("bornDevices");
            return Integer.valueOf(machines).equals(born)
                    ? tally
                    : tally.withRemark("%s of %d devices are born".formatted(born, machines));
        }
    }
}
