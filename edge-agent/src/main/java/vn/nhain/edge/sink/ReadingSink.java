package vn.nhain.edge.sink;

import java.util.List;
import vn.nhain.plant.reading.Reading;

/**
 * A place that keeps readings. Writing the same reading again must leave one. Used by one thread.
 */
public interface ReadingSink extends AutoCloseable {
    /** Writes a batch of at least one reading; never throws for what the other side does. */
    WriteOutcome write(List<Reading> batch);

    /** The reading as this sink would have written it, for the quarantine file. */
    String describe(Reading reading);

    @Override
    void close();
}
