package vn.nhain.dashboard.problem;

/** A part that the answer needs does not work at present. */
public final class UnavailableException extends DashboardException {
    /**
     * With these words.
     *
     * @param message which part, and what to do
     * @param cause what it said
     */
    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
