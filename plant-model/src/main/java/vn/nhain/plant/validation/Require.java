package vn.nhain.plant.validation;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Requirements on the components of a noun. Each returns the value, or throws {@link IllegalArgumentException} with the
 * component's name, its value and what it must be.
 */
public final class Require {
    /** What an id may look like: it becomes a topic, a tag of the store and part of an address. */
    public static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

    private Require() {}

    /** A text that is not blank. */
    public static String text(String owner, String name, String value) {
        return check(!value.isBlank(), owner, name, value, "must not be blank", value);
    }

    /** An id of letters, digits, hyphens and underscores. */
    public static String id(String owner, String name, String value) {
        return check(
                ID.matcher(value).matches(),
                owner,
                name,
                value,
                "must begin with a letter or digit and hold only letters, digits, - and _",
                value);
    }

    /** A whole number not below {@code least}. */
    public static int atLeast(String owner, String name, int value, int least) {
        return check(value >= least, owner, name, value, "must be at least " + least, value);
    }

    /** A finite number not below {@code least}. */
    public static double atLeast(String owner, String name, double value, double least) {
        return check(
                value >= least && value < Double.POSITIVE_INFINITY,
                owner,
                name,
                value,
                "must be at least " + least,
                value);
    }

    /** A finite number above {@code bound}. */
    public static double moreThan(String owner, String name, double value, double bound) {
        return check(
                value > bound && value < Double.POSITIVE_INFINITY,
                owner,
                name,
                value,
                "must be more than " + bound,
                value);
    }

    /** A number from {@code least} to {@code most}. */
    public static double between(String owner, String name, double value, double least, double most) {
        return check(
                value >= least && value <= most,
                owner,
                name,
                value,
                "must be between %s and %s".formatted(least, most),
                value);
    }

    /** A condition on one component: {@code rule} completes "The name (value) of owner ...". */
    public static void that(boolean holds, String owner, String name, Object value, String rule) {
        check(holds, owner, name, value, rule, value);
    }

    /** That no two of {@code items} have the same key. */
    public static <T> void distinct(String owner, String name, Collection<T> items, Function<T, ?> key) {
        Set<Object> seen = new HashSet<>();
        for (T item : items) {
            Object value = key.apply(item);
            check(seen.add(value), owner, name, value, "must be named once", value);
        }
    }

    private static <T> T check(boolean holds, String owner, String name, Object shown, String rule, T value) {
        if (!holds) {
            throw new IllegalArgumentException("The %s (%s) of %s %s.".formatted(name, shown, owner, rule));
        }
        return value;
    }
}
