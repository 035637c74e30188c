package vn.nhain.dashboard.problem;

/** There is nothing of this id. */
public final class NotFoundException extends DashboardException {
    /** With a message that says what was looked for, and where to look instead. */
    public NotFoundException(String message) {
        super(message);
    }

    /**
     * For an id that is unknown.
     *
     * @param kind what was looked for, such as {@code machine}
     * @param id the id that is unknown
     */
    public static NotFoundException of(String kind, Object id) {
        return new NotFoundException("There is no %s (%s).".formatted(kind, id));
    }
}
