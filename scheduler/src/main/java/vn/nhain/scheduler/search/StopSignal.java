package vn.nhain.scheduler.search;

/** Asks a search to end. Thread-safe. */
public final class StopSignal {
    private volatile boolean signalled;

    /** Asks it to end now. */
    public void signal() {
        signalled = true;
    }

    /** Whether it was asked to end. */
    public boolean isSignalled() {
        return signalled;
    }
}
