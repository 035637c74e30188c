package vn.nhain.simulators._support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.nhain.simulators.press.Snapshot;
import vn.nhain.simulators.station.ChangeFilter;
import vn.nhain.simulators.station.Endpoint;
import vn.nhain.simulators.station.JobPort;

/** An endpoint that only remembers what it published. */
public final class MemoryEndpoint implements Endpoint {
    private final ChangeFilter filter = new ChangeFilter();
    private final List<Snapshot> published = new ArrayList<>();
    private long emitted;

    @Override
    public void open(JobPort jobs) {
        filter.forget();
    }

    @Override
    public void publish(Snapshot snapshot, boolean slowToo) {
        published.add(snapshot);
        Map<String, Object> changed = filter.changed(slowToo ? snapshot.all() : snapshot.quick());
        filter.accept(changed);
        emitted += changed.size();
    }

    @Override
    public void close() {
        // nothing to close
    }

    @Override
    public long emitted() {
        return emitted;
    }

    public List<Snapshot> published() {
        return published;
    }
}
