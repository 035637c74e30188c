package vn.nhain.scheduler.plantproblem;

import org.jspecify.annotations.Nullable;

/**
 * What keeps a placement from starting earlier.
 *
 * @param kind what it is
 * @param minute when it lets go
 * @param predecessor the placement that is waited for: of the machine, of the tool, of the order, or the follower; null
 *     otherwise
 * @param closed whether closed hours hold it longer still
 */
record Binding(Kind kind, int minute, @Nullable Placement predecessor, boolean closed) {
    enum Kind {
        /** Nothing: it starts as soon as it may. */
        ORIGIN,
        /** The task before it on its machine. */
        MACHINE,
        /** Another task that has its die or its plates. */
        TOOL,
        /** A predecessor in its order. */
        PART,
        /** A task that must follow it soon, and cannot sooner. */
        FOLLOWER,
        /** Its release: paper, a gate, or a predecessor that has run. */
        RELEASE
    }
}
