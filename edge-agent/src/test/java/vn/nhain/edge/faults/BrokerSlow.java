package vn.nhain.edge.faults;

/** A line to the broker that is far too slow for what machines say, then well again. */
final class BrokerSlow implements Fault {
    private static final int BYTES_PER_SECOND = 20_000;

    @Override
    public String name() {
        return "broker-slow";
    }

    @Override
    public Tally run(Plant plant, Scale scale) throws Exception {
        plant.line.slowTo(BYTES_PER_SECOND);
        plant.source.publishFor(200, scale.of(2_000, 60_000));
        plant.line.slowTo(0);
        return plant.settle();
    }
}
