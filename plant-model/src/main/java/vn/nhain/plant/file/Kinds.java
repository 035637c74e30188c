package vn.nhain.plant.file;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nhain.plant.material.SheetSize;
import vn.nhain.plant.validation.Require;

/** The kinds of value of which a plant file is made. */
final class Kinds {
    private static final Pattern SHEET = Pattern.compile("([1-9]\\d{0,4})x([1-9]\\d{0,4})");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Kinds() {}

    static Kind.Single text() {
        return new Kind.Single("a text", Map.of("type", "string", "minLength", 1), text -> {
            if (text.isBlank()) {
                throw new IllegalArgumentException(text);
            }
            return text;
        });
    }

    static Kind.Single id() {
        return pattern("letters, digits, - and _, such as OF1", Require.ID, text -> text);
    }

    static Kind.Single whole(int least, int most) {
        return new Kind.Single(
                "a whole number from %d to %d".formatted(least, most),
                Map.of("type", "integer", "minimum", least, "maximum", most),
                text -> {
                    int value = Integer.parseInt(text);
                    return inRange(value, value >= least && value <= most);
                });
    }

    static Kind.Single decimal(double least, double most) {
        return new Kind.Single(
                "a number from %s to %s".formatted(plain(least), plain(most)),
                Map.of("type", "number", "minimum", number(least), "maximum", number(most)),
                text -> {
                    double value = Double.parseDouble(text);
                    return inRange(value, value >= least && value <= most);
                });
    }

    static Kind.Single flag() {
        return new Kind.Single("true or false", Map.of("type", "boolean"), text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        });
    }

    static <E extends Enum<E>> Kind.Single word(Class<E> words) {
        List<String> names =
                Arrays.stream(words.getEnumConstants()).map(Enum::name).toList();
        return new Kind.Single(
                "one of " + String.join(", ", names), Map.of("enum", names), text -> Enum.valueOf(words, text));
    }

    static Kind.Single days() {
        return pattern("days such as MON-SAT or MON,WED,FRI", Days.PATTERN, Days::parse);
    }

    static Kind.Single time() {
        return pattern("a time of day such as 06:00", TIME, LocalTime::parse);
    }

    static Kind.Single date() {
        return pattern("a date such as 2026-04-22", DATE, LocalDate::parse);
    }

    static Kind.Single moment() {
        return new Kind.Single(
                "an instant with its offset, such as 2026-12-24T06:00:00+07:00",
                Map.of("type", "string", "format", "date-time"),
                text -> OffsetDateTime.parse(text).toInstant());
    }

    static Kind.Single zone() {
        return new Kind.Single(
                "a time zone such as Asia/Ho_Chi_Minh", Map.of("type", "string", "minLength", 1), ZoneId::of);
    }

    static Kind.Single sheet() {
        return pattern("a sheet in mm, long side first, such as 860x650", SHEET, text -> {
            Matcher matcher = SHEET.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(text);
            }
            return new SheetSize(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        });
    }

    static Kind.Many many(Kind item, int least, int most) {
        return new Kind.Many(item, least, most);
    }

    private static Kind.Single pattern(String what, Pattern pattern, Kind.Parser parser) {
        return new Kind.Single(what, Map.of("type", "string", "pattern", "^" + pattern.pattern() + "$"), text -> {
            if (!pattern.matcher(text).matches()) {
                throw new IllegalArgumentException(text);
            }
            return parser.parse(text);
        });
    }

    private static Object inRange(Number value, boolean inside) {
        if (!inside) {
            throw new IllegalArgumentException(value.toString());
        }
        return value;
    }

    private static Number number(double value) {
        if (value == Math.rint(value)) {
            return (long) value;
        }
        return value;
    }

    private static String plain(double value) {
        return number(value).toString();
    }
}
