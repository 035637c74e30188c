package vn.nhain.dashboard.problem;

/** The caller is known and may not do this. */
public final class ForbiddenException extends DashboardException {
    /** With a message that says why, and what to do. */
    public ForbiddenException(String message) {
        super(message);
    }
}
