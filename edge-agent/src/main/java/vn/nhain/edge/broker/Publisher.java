package vn.nhain.edge.broker;

/** Takes messages to the broker. */
@FunctionalInterface
public interface Publisher {
    /** Publishes and does not wait; false when the connection has ended or is full. */
    boolean publish(String topic, byte[] payload, int qos);
}
