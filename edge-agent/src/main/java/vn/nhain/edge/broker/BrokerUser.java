package vn.nhain.edge.broker;

/** What a connection to a broker is for. */
public interface BrokerUser {
    /** What the next connection asks for; called before each. */
    SessionPlan plan();

    /** A connection is there. Runs on the link's thread; what it throws ends the connection. */
    void onConnected(BrokerLink.Session session) throws BrokerException;

    /** The connection has ended. */
    void onDisconnected();

    /** A message came; {@link BrokerLink.Session#acknowledge} it once it is safe. */
    void onMessage(BrokerLink.Session session, String topic, byte[] payload, int messageId, int qos);
}
