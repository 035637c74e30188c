package vn.nhain.dashboard.web;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import vn.nhain.dashboard.problem.BadParameterException;

/** Query parameters. Whatever cannot be used is refused by name. */
public final class Query {
    private Query() {}

    /** A text; empty parameters count as missing. */
    public static Optional<String> text(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).filter(t -> !t.isEmpty());
    }

    /** A text that must be there. */
    public static String requiredText(Context context, String name) {
        return text(context, name)
                .orElseThrow(() -> new BadParameterException(name, "The parameter %s is missing.".formatted(name)));
    }

    /** An instant such as {@code 2026-11-24T01:00:00Z}. */
    public static Optional<Instant> instant(Context context, String name) {
        return text(context, name).map(value -> {
            try {
                return Instant.parse(value);
            } catch (DateTimeParseException e) {
                throw new BadParameterException(
                        name,
                        "The parameter %s (%s) must be an instant such as 2026-11-24T01:00:00Z."
                                .formatted(name, value));
            }
        });
    }

    /** A whole number in a range. */
    public static Optional<Integer> integer(Context context, String name, int least, int most) {
        return text(context, name).map(value -> {
            try {
                int number = Integer.parseInt(value);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // told below
            }
            throw new BadParameterException(
                    name,
                    "The parameter %s (%s) must be a whole number from %d to %d.".formatted(name, value, least, most));
        });
    }

    /** {@code true} or {@code false}. */
    public static Optional<Boolean> flag(Context context, String name) {
        return text(context, name).map(value -> switch (value) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new BadParameterException(
                        name, "The parameter %s (%s) must be true or false.".formatted(name, value));
        });
    }
}
