package vn.nhain.edge.faults;

import java.net.InetAddress;
import java.util.List;

/**
 * The agent in a network of its own, and every packet between it and the rest dropped without a word: both sides send to a
 * hardware address that nobody has.
 */
final class NetworkCut implements Fault {
    private static final String NAMESPACE = "nhain-faults";
    private static final String OUTSIDE = "10.213.87.1";
    private static final String INSIDE = "10.213.87.2";
    private static final String NOBODY = "02:00:00:00:00:99";

    @Override
    public String name() {
        return "network-cut";
    }

    @Override
    public Tally run(Plant plant, Scale scale) throws Exception {
        Shell.needsRoot("ip");
        Shell.run("ip netns add " + NAMESPACE);
        try {
            Shell.run("ip link add nhain-out type veth peer name nhain-in netns " + NAMESPACE);
            Shell.run("ip addr add %s/30 dev nhain-out".formatted(OUTSIDE));
            Shell.run("ip link set nhain-out up");
            inside("ip addr add %s/30 dev nhain-in".formatted(INSIDE));
            inside("ip link set nhain-in up");
            inside("ip link set lo up");
            return cut(plant, scale);
        } finally {
            Shell.run("ip netns del " + NAMESPACE);
        }
    }

    private static Tally cut(Plant plant, Scale scale) throws Exception {
        InetAddress outside = InetAddress.getByName(OUTSIDE);
        try (Proxy line = new Proxy(outside, plant.broker.port());
                CountingStore store = new CountingStore(outside);
                AgentProcess agent = new AgentProcess(
                        plant.folder.resolve("agent3"),
                        plant.folder.resolve("agent3/data"),
                        Plant.yaml(
                                "edge3",
                                "tcp://%s:%d".formatted(OUTSIDE, line.port()),
                                store.url(),
                                "n",
                                Plant.MACHINES),
                        INSIDE,
                        List.of("ip", "netns", "exec", NAMESPACE));
                CountingSource source = new CountingSource(plant.broker.url(), "n", Plant.MACHINES)) {
            agent.awaitConnected();
            source.publish(100);
            for (int cut = 0; cut < scale.of(1, 3); cut++) {
                Shell.run("ip neigh replace %s lladdr %s dev nhain-out nud permanent".formatted(INSIDE, NOBODY));
                inside("ip neigh replace %s lladdr %s dev nhain-in nud permanent".formatted(OUTSIDE, NOBODY));
                source.publishFor(50, scale.of(2_000, 60_000));
                Shell.run("ip neigh del %s dev nhain-out".formatted(INSIDE));
                inside("ip neigh del %s dev nhain-in".formatted(OUTSIDE));
                agent.awaitConnected();
            }
            source.publish(20);
            return Plant.settle(agent, store.rows, source.given, Plant.NONE, Plant.PATIENCE);
        }
    }

    private static void inside(String command) throws Exception {
        Shell.run("ip netns exec %s %s".formatted(NAMESPACE, command));
    }
}
