package vn.nhain.edge.sink.sparkplug;

import vn.nhain.edge.broker.BrokerLink;

/** One MQTT session of the node: its bdSeq and the sequence number that all its messages share. One thread. */
final class NodeSession {
    private static final int WRAP = 256;

    final int bdSeq;
    private final BrokerLink.Session broker;
    private int seq;
    /** Whether NBIRTH was published and every message since. */
    boolean born;

    NodeSession(BrokerLink.Session broker, int bdSeq) {
        this.broker = broker;
        this.bdSeq = bdSeq;
    }

    /** Sequence number of NBIRTH: everything begins anew. */
    int firstSeq() {
        seq = 0;
        return 0;
    }

    int nextSeq() {
        seq = (seq + 1) % WRAP;
        return seq;
    }

    /** Publishes as Sparkplug asks: at most once, not retained. A message that is lost here leaves a gap: born is over. */
    void publish(String topic, byte[] payload) {
        if (!broker.publish(topic, payload, 0)) {
            born = false;
        }
    }
}
