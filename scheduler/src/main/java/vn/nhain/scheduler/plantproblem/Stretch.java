package vn.nhain.scheduler.plantproblem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a chain of causes, minutes from the origin.
 *
 * @param kind what took it
 * @param from its start
 * @param to its end
 * @param closed minutes of it over which a run pauses
 * @param machine index of the machine whose time it is; -1 for none
 * @param works the placements whose time it is, the last one first; empty for none
 * @param release what was waited for; null unless kind is {@link Kind#RELEASE}
 */
record Stretch(
        Kind kind,
        int from,
        int to,
        int closed,
        int machine,
        List<Placement> works,
        @Nullable Release release) {
    enum Kind {
        /** A run. */
        RUN,
        /** The setup right before a run. */
        SETUP,
        /** The output of an operation dries. */
        DRYING,
        /** The machine works for others: their setups and runs. */
        MACHINE,
        /** A die or plates are mounted after another task had them. */
        TOOL,
        /** The machine is closed, or what is left of the shift is too short for the setup. */
        CLOSED,
        /** The machine runs a job that has started before the origin. */
        RUNNING,
        /** The machine is out of work. */
        DOWN,
        /** Paper, a gate, or work that has started before the origin. */
        RELEASE,
        /** The first of the works is held back so that the second can follow it soon enough. */
        FOLLOWER,
        /** Nothing: it could start earlier. */
        SLACK
    }

    static Stretch of(Kind kind, int from, int to, Placement work) {
        return new Stretch(kind, from, to, 0, work.machine(), List.of(work), null);
    }

    int minutes() {
        return to - from - closed;
    }
}
