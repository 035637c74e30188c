package vn.nhain.edge.source;

import java.util.List;
import java.util.Set;

/**
 * Machines behind one protocol. Connects by itself, again and again, until it is closed; never throws for what a machine
 * or a network does. Thread-safe.
 */
public interface TelemetrySource extends AutoCloseable {
    /** Machines that it reads. */
    Set<String> machineIds();

    /** Begins to connect and returns at once. Called once. */
    void start(SourceListener listener);

    /** How each of its connections is doing. */
    List<SourceStatus> status();

    /** Disconnects; nothing is delivered after it returns. */
    @Override
    void close();
}
