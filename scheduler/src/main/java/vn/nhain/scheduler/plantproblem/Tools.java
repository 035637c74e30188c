package vn.nhain.scheduler.plantproblem;

import java.util.ArrayList;
import java.util.List;

/** Things of which there is one, so that two tasks cannot have them at a time. */
final class Tools {
    private Tools() {}

    /** Die and plate set of a task. */
    static List<String> of(Task task) {
        List<String> tools = new ArrayList<>(2);
        if (task.form().toolId() != null) {
            tools.add("tool " + task.form().toolId());
        }
        if (task.form().plateSetId() != null) {
            tools.add("plates " + task.form().plateSetId());
        }
        return tools;
    }
}
