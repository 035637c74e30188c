package vn.nhain.scheduler.plantproblem;

import java.util.ArrayList;
import java.util.List;
import vn.nhain.plant.order.Form;

/**
 * What is on a machine.
 *
 * @param form the form
 * @param inks its inks of both sides, once each
 */
record Setting(Form form, List<String> inks) {
    static Setting of(Form form) {
        List<String> inks = new ArrayList<>(form.frontInks());
        form.backInks().stream().filter(ink -> !form.frontInks().contains(ink)).forEach(inks::add);
        return new Setting(form, List.copyOf(inks));
    }
}
