package vn.nhain.dashboard.problem;

/** The caller must log in first, or the login failed. */
public final class UnauthorizedException extends DashboardException {
    /** With a message that says why, and what to do. */
    public UnauthorizedException(String message) {
        super(message);
    }
}
