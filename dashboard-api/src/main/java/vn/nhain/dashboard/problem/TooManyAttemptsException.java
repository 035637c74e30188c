package vn.nhain.dashboard.problem;

/** The caller must wait before trying again. */
public final class TooManyAttemptsException extends DashboardException {
    /** With a message that says why, and what to do. */
    public TooManyAttemptsException(String message) {
        super(message);
    }
}
