package vn.nhain.edge.spool;

import java.util.Locale;

/** Why a value was refused. Kept in the spool by name: a name does not change. */
public enum Rejection {
    /** A message that cannot be read; it counts as one value. */
    MALFORMED,
    /** A value of a machine that is not this agent's. */
    UNKNOWN_MACHINE,
    /** The metric is not a name. */
    NAME,
    /** One metric more than a machine may have. */
    TOO_MANY_METRICS,
    /** The source time is not near the plant's time. */
    TIME,
    /** There is no value. */
    NO_VALUE,
    /** A text where the metric is a number, or a number where it is a text, or neither. */
    TYPE,
    /** A number outside of what the metric can be, or not finite. */
    RANGE,
    /** A text that is not in the vocabulary of its metric, or too long. */
    VOCABULARY;

    /** As reports have it, such as {@code unknownMachine}. */
    public String label() {
        StringBuilder label = new StringBuilder();
        for (String word : name().toLowerCase(Locale.ROOT).split("_", -1)) {
            label.append(label.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return label.toString();
    }
}
