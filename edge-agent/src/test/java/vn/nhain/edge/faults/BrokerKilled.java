package vn.nhain.edge.faults;

/**
 * SIGKILL of a broker that keeps nothing, in the middle of what machines say. Machines say again what they said since the
 * last quiet moment; the agent may hear readings twice and stores them once.
 */
final class BrokerKilled implements Fault {
    @Override
    public String name() {
        return "broker-killed";
    }

    @Override
    public Tally run(Plant plant, Scale scale) throws Exception {
        int first = plant.source.next();
        plant.source.publish(scale.of(200, 5_000));
        plant.broker.kill();
        Thread.sleep(scale.of(500, 30_000));
        plant.broker.restart();
        plant.agent.awaitConnected();
        plant.source.reconnect();
        plant.source.publishFrom(first, plant.source.next() - first);
        plant.source.publish(50);
        return plant.settle();
    }
}
