package vn.nhain.edge.sink;

/** A batch that is ready to be sent. */
public interface PreparedWrite {
    /** Sends it, now or again; never throws for what the other side does. */
    WriteOutcome send();
}
