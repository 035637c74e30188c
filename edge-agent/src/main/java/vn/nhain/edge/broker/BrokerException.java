package vn.nhain.edge.broker;

/** The broker refused or did not answer. */
public final class BrokerException extends RuntimeException {
    public BrokerException(String message, Throwable cause) {
        super(message, cause);
    }
}
