package vn.nhain.edge.spool;

/** The spool cannot do its work: the file is damaged, in use, or the disk refuses. The message says what to do. */
public final class SpoolException extends RuntimeException {
    public SpoolException(String message, Throwable cause) {
        super(message, cause);
    }

    public SpoolException(String message) {
        super(message);
    }
}
