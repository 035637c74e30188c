package vn.nhain.edge.sink;

import java.util.List;
import vn.nhain.plant.reading.Reading;

/**
 * A place that keeps readings. Writing the same reading again must leave one.
 */
public interface ReadingSink extends AutoCloseable {
    /** Makes a batch of at least one reading ready, on one thread, while another sends the one before it. */
    PreparedWrite prepare(List<Reading> batch);

    /** The reading as this sink would have written it, for the quarantine file. */
    String describe(Reading reading);

    @Override
    void close();
}
