package vn.nhain.dashboard.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list in JSON.
 *
 * @param items what it holds
 * @param next where to go on; null at the end
 */
public record Items<T>(List<T> items, @Nullable String next) {
    public Items {
        items = List.copyOf(items);
    }

    /** A whole list. */
    public static <T> Items<T> of(List<T> items) {
        return new Items<>(items, null);
    }
}
