package vn.nhain.edge.faults;

/** The line to the broker swallows everything without a word, longer than the keep-alive in the full form. */
final class LineCut implements Fault {
    @Override
    public String name() {
        return "line-swallows";
    }

    @Override
    public Tally run(Plant plant, Scale scale) throws Exception {
        plant.source.publish(20);
        plant.line.swallow(true);
        plant.source.publishFor(50, scale.of(1_000, 45_000));
        plant.line.swallow(false);
        plant.agent.awaitConnected();
        plant.source.publish(20);
        return plant.settle();
    }
}
