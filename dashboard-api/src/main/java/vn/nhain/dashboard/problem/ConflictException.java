package vn.nhain.dashboard.problem;

/** The request contradicts what is so now. */
public final class ConflictException extends DashboardException {
    /** With a message that says why, and what to do. */
    public ConflictException(String message) {
        super(message);
    }
}
