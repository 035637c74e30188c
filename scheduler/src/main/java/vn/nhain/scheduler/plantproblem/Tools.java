package vn.nhain.scheduler.plantproblem;

import java.util.ArrayList;
import java.util.List;
import vn.nhain.plant.order.Form;

/** Things of which there is one, so that two operations cannot have them at a time. */
final class Tools {
    private Tools() {}

    /** Die and plate set of a form. */
    static List<String> of(Form form) {
        List<String> tools = new ArrayList<>(2);
        if (form.toolId() != null) {
            tools.add("tool " + form.toolId());
        }
        if (form.plateSetId() != null) {
            tools.add("plates " + form.plateSetId());
        }
        return tools;
    }
}
