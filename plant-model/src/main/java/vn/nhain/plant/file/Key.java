package vn.nhain.plant.file;

import org.jspecify.annotations.Nullable;

/**
 * One key of a group.
 *
 * @param name as written in the file
 * @param kind what may stand behind it
 * @param otherwise text of the value when the key is left out; null when it must be there or its list is then empty
 * @param required whether it must be there
 * @param meaning what it means, with its unit, for the schema
 */
record Key(String name, Kind kind, @Nullable String otherwise, boolean required, String meaning) {
    /** A key that must be there. */
    static Key required(String name, Kind kind, String meaning) {
        return new Key(name, kind, null, true, meaning);
    }

    /** A single value that may be left out. */
    static Key optional(String name, Kind.Single kind, String otherwise, String meaning) {
        return new Key(name, kind, otherwise, false, meaning);
    }

    /** A list that may be left out, which is an empty one. */
    static Key optional(String name, Kind.Many kind, String meaning) {
        return new Key(name, kind, null, false, meaning);
    }
}
