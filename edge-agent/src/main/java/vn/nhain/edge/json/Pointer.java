package vn.nhain.edge.json;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place in a JSON document, by RFC 6901: {@code /counters/0/good}; the empty pointer is the whole document. */
public final class Pointer {
    private final JsonPointer pointer;

    private Pointer(JsonPointer pointer) {
        this.pointer = pointer;
    }

    /**
     * Reads a pointer.
     *
     * @throws IllegalArgumentException when it is none: it is not empty and does not begin with a slash
     */
    public static Pointer of(String text) {
        return new Pointer(JsonPointer.compile(text));
    }

    /** What is there in a document of maps and lists; null when nothing is. */
    public @Nullable Object in(@Nullable Object document) {
        Object at = document;
        for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
            if (at instanceof Map<?, ?> map) {
                at = map.get(rest.getMatchingProperty());
            } else if (at instanceof List<?> list && rest.mayMatchElement() && rest.getMatchingIndex() < list.size()) {
                at = list.get(rest.getMatchingIndex());
            } else {
                return null;
            }
        }
        return at;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Pointer that && pointer.equals(that.pointer);
    }

    @Override
    public int hashCode() {
        return pointer.hashCode();
    }

    @Override
    public String toString() {
        return pointer.toString();
    }
}
