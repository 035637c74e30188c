package vn.nhain.edge.health;

import java.util.List;

/** Reads the configuration again while the agent runs. */
@FunctionalInterface
public interface Reload {
    /** For an agent that was not started from a file. */
    Reload NONE = () -> new Answer(404, List.of("This agent was not started from a file."));

    /** Reads and applies; never throws. */
    Answer run();

    /**
     * What came of it.
     *
     * @param status HTTP status: 200 applied, 409 a restart is needed, 422 the file has mistakes; but for 200 nothing has
     *     changed
     * @param lines what was changed, or why nothing was
     */
    record Answer(int status, List<String> lines) {
        public Answer {
            lines = List.copyOf(lines);
        }
    }
}
