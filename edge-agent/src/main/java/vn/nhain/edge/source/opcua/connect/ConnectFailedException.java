package vn.nhain.edge.source.opcua.connect;

/** A server cannot be spoken to; the message says why and what helps. */
public final class ConnectFailedException extends Exception {
    private static final long serialVersionUID = 1;

    public ConnectFailedException(String message) {
        super(message);
    }

    public ConnectFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
