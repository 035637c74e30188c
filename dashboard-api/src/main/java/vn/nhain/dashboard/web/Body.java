package vn.nhain.dashboard.web;

import io.javalin.http.Context;
import vn.nhain.dashboard.json.Json;
import vn.nhain.dashboard.json.JsonException;
import vn.nhain.dashboard.problem.BadParameterException;

/** Bodies of requests. */
public final class Body {
    private Body() {}

    /**
     * The body as a record.
     *
     * @throws BadParameterException naming the field that is wrong, unknown or missing
     */
    public static <T> T of(Context context, Class<T> type) {
        String text = context.body();
        try {
            return Json.readStrict(text.isBlank() ? "{}" : text, type);
        } catch (JsonException e) {
            String field = e.field().isEmpty() ? "body" : e.field();
            boolean missing = String.valueOf(e.getMessage()).startsWith("Cannot map `null`");
            throw new BadParameterException(
                    field,
                    missing
                            ? "The field %s is missing.".formatted(field)
                            : "The %s cannot be used: %s".formatted(field, firstLine(e)));
        }
    }

    private static String firstLine(JsonException e) {
        String message = e.getMessage();
        return message == null ? "it is not JSON" : message.lines().findFirst().orElse("it is not JSON");
    }
}
