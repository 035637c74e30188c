package vn.nhain.plant.file;

import java.util.Map;

/** What may stand behind a key. */
sealed interface Kind {
    /**
     * A single value.
     *
     * @param what what it must be, to complete "must be ..."
     * @param schema its keywords in a JSON Schema
     * @param parser from the text to the value
     */
    record Single(String what, Map<String, Object> schema, Parser parser) implements Kind {}

    /**
     * A list.
     *
     * @param item what each item is
     * @param least fewest items
     * @param most most items
     */
    record Many(Kind item, int least, int most) implements Kind {}

    /**
     * A group of keys.
     *
     * @param shape the keys
     */
    record Group(Shape shape) implements Kind {}

    /** Turns a text into a value. */
    @FunctionalInterface
    interface Parser {
        /**
         * The value.
         *
         * @throws IllegalArgumentException or {@link java.time.DateTimeException} when the text is none
         */
        Object parse(String text);
    }
}
