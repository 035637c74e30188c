package vn.nhain.edge.source.mqtt;

import java.io.IOException;
import java.util.Set;
import vn.nhain.edge.broker.Publisher;
import vn.nhain.edge.source.SourceListener;

/** Reads what one machine, or one Sparkplug node, publishes. Called by one thread at a time. */
interface MqttReader {
    /** Topic filters to subscribe to. */
    Set<String> filters();

    /** Whether this topic is for it. */
    boolean reads(String topic);

    /** The machine to name when a message of this topic is refused. */
    String machineOf(String topic);

    /** A connection is there and subscribed. */
    default void onConnected(Publisher publisher) {}

    /**
     * Takes one message.
     *
     * @param acknowledge run, or handed to the listener, exactly once unless this throws
     * @throws IOException when the message cannot be read; the words say why
     */
    void read(String topic, byte[] payload, SourceListener target, Runnable acknowledge) throws IOException;
}
