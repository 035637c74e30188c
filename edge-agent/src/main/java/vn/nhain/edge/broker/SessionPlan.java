package vn.nhain.edge.broker;

/**
 * What a connection asks of the broker.
 *
 * @param cleanStart whether the broker forgets what it kept for this client
 * @param expirySeconds how long it keeps what is unacknowledged after the connection has ended; 0 for not at all
 * @param willTopic where the will is published when the connection ends without leave; empty for no will
 * @param willPayload the will, quality of service 1, not retained
 */
public record SessionPlan(boolean cleanStart, long expirySeconds, String willTopic, Bytes willPayload) {
    /** A session that the broker keeps, without a will. */
    public static SessionPlan kept(long expirySeconds) {
        return new SessionPlan(false, expirySeconds, "", Bytes.NONE);
    }

    /** A session that leaves nothing behind. */
    public static SessionPlan visit() {
        return new SessionPlan(true, 0, "", Bytes.NONE);
    }

    /** A session that leaves nothing behind but its will. */
    public static SessionPlan cleanWithWill(String topic, byte[] payload) {
        return new SessionPlan(true, 0, topic, Bytes.of(payload));
    }
}
