package vn.nhain.plant.file;

import java.util.List;
import java.util.Map;

/** A part of a YAML document that knows the line where it begins. */
sealed interface Node {
    /** Line in the file, from 1. */
    int line();

    /** What it is, in words for a message. */
    String what();

    /**
     * Keys and values, in the order of the file.
     *
     * @param line where it begins
     * @param entries values by key
     */
    record Mapping(int line, Map<String, Entry> entries) implements Node {
        @Override
        public String what() {
            return "a group of keys";
        }
    }

    /**
     * The value of a key.
     *
     * @param line line of the key
     * @param value its value
     */
    record Entry(int line, Node value) {}

    /**
     * A list.
     *
     * @param line where it begins
     * @param items its items
     */
    record Sequence(int line, List<Node> items) implements Node {
        @Override
        public String what() {
            return "a list of " + items.size();
        }
    }

    /**
     * A single value.
     *
     * @param line where it stands
     * @param text as written
     */
    record Single(int line, String text) implements Node {
        @Override
        public String what() {
            return text;
        }
    }

    /**
     * A key without a value.
     *
     * @param line where it stands
     */
    record Nothing(int line) implements Node {
        @Override
        public String what() {
            return "nothing";
        }
    }
}
