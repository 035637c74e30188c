package vn.nhain.simulators.station;

import java.io.IOException;
import vn.nhain.simulators.press.Snapshot;

/** The network side of a machine. Called by one thread at a time. */
public interface Endpoint {
    /**
     * Comes on the network.
     *
     * @param jobs takes the commands that arrive, on threads of the endpoint
     * @throws IOException when it cannot, as when a port is in use; the message names it and the remedy
     */
    void open(JobPort jobs) throws IOException;

    /**
     * Publishes what has changed.
     *
     * @param snapshot what the machine shows; later than the one before
     * @param slowToo whether the slow values are due, too
     */
    void publish(Snapshot snapshot, boolean slowToo);

    /** Goes off the network, as if its plug was pulled; it can be opened again. */
    void close();

    /** Values published so far, each value of each metric counted once. */
    long emitted();
}
