package vn.nhain.dashboard.problem;

/** A parameter or a field of the body that cannot be used. */
public final class BadParameterException extends DashboardException {
    private final String parameter;

    /**
     * With these words.
     *
     * @param parameter its name
     * @param message what it was, and what it may be
     */
    public BadParameterException(String parameter, String message) {
        super(message);
        this.parameter = parameter;
    }

    /** Name of the parameter or field. */
    public String parameter() {
        return parameter;
    }
}
