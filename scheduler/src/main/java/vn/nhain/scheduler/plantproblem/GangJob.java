package vn.nhain.scheduler.plantproblem;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.nhain.plant.material.SheetSize;
import vn.nhain.plant.order.Coating;
import vn.nhain.plant.order.Form;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.quality.QualityProfile;

/**
 * A print job that may share a form: small, in process inks, new work, cut apart at the guillotine right after printing.
 *
 * @param task its print operation
 * @param upsApart how often it is on a sheet by itself
 * @param pieces pieces wanted of the printed sheets, allowances of later steps included
 */
record GangJob(Task task, int upsApart, int pieces) {
    private static final int LARGEST_RUN_SHEETS = 5000;

    /** The job of a task; empty when it cannot share a form. */
    static Optional<GangJob> of(Task task) {
        Form form = task.form();
        boolean candidate = task.operation().kind() == OperationKind.PRINT
                && !task.pinned()
                && task.order().repeatOf() == null
                && task.quantities().goodOut() <= LARGEST_RUN_SHEETS
                && form.frontInks().stream().noneMatch(Inks::isSpot)
                && form.backInks().stream().noneMatch(Inks::isSpot);
        List<Operation> next = task.order().operations().stream()
                .filter(o -> o.predecessors().contains(task.operation().id()))
                .toList();
        if (!candidate || next.size() != 1) {
            return Optional.empty();
        }
        Operation cut = next.get(0);
        if (cut.kind() != OperationKind.CUT
                || cut.inputs() != 1
                || cut.outputs() < 2
                || cut.predecessors().size() != 1) {
            return Optional.empty();
        }
        return Optional.of(new GangJob(task, cut.outputs(), task.quantities().goodOut() * cut.outputs()));
    }

    /** What jobs on one form must have in common. */
    record Kind(
            String material,
            SheetSize sheet,
            Set<String> front,
            Set<String> back,
            Coating coating,
            QualityProfile quality,
            boolean certified) {}

    Kind kind() {
        Form form = task.form();
        return new Kind(
                form.materialId(),
                form.sheet(),
                Set.copyOf(form.frontInks()),
                Set.copyOf(form.backInks()),
                form.coating(),
                form.quality(),
                task.order().fsc());
    }
}
