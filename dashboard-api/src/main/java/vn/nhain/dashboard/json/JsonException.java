package vn.nhain.dashboard.json;

/** Text that is not the JSON or YAML that was expected. */
public final class JsonException extends RuntimeException {
    private final String field;

    JsonException(String field, String message, Throwable cause) {
        super(message, cause);
        this.field = field;
    }

    /** Path of the field that is wrong, such as {@code web.port}; empty when the text as a whole is. */
    public String field() {
        return field;
    }
}
