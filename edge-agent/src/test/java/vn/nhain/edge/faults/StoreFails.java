package vn.nhain.edge.faults;

import vn.nhain.edge.faults.CountingStore.Mood;

/** A store that fails for a while, in one way. */
record StoreFails(String name, Mood mood) implements Fault {
    @Override
    public Tally run(Plant plant, Scale scale) throws Exception {
        plant.source.publish(20);
        plant.store.become(mood);
        plant.source.publishFor(20, scale.of(1_500, 20_000));
        plant.store.become(new Mood.Well());
        plant.source.publish(20);
        return plant.settle();
    }
}
