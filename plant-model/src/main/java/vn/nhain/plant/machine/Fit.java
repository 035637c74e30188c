package vn.nhain.plant.machine;

import java.util.Optional;
import vn.nhain.plant.material.SheetSize;
import vn.nhain.plant.order.Coating;
import vn.nhain.plant.order.Form;
import vn.nhain.plant.order.Operation;

/** What fits on a machine. */
final class Fit {
    private Fit() {}

    static Optional<Obstacle> findObstacle(Machine machine, Operation operation) {
        Form form = operation.form();
        SheetSize sheet = form.sheet();
        if (!machine.operations().contains(operation.kind())) {
            return Optional.of(Obstacle.PROCESS);
        }
        if (!sheet.fitsIn(machine.maxSheet())) {
            return Optional.of(Obstacle.SHEET_TOO_LARGE);
        }
        if (!machine.minSheet().fitsIn(sheet)) {
            return Optional.of(Obstacle.SHEET_TOO_SMALL);
        }
        if (form.gsm() < machine.minGsm()) {
            return Optional.of(Obstacle.PAPER_TOO_LIGHT);
        }
        if (form.gsm() > machine.maxGsm()) {
            return Optional.of(Obstacle.PAPER_TOO_HEAVY);
        }
        if (!coats(machine, form.coating())) {
            return Optional.of(Obstacle.COATING);
        }
        return form.quality().rank() > machine.certified().rank() ? Optional.of(Obstacle.QUALITY) : Optional.empty();
    }

    static int passes(Machine machine, Form form) {
        int front = form.frontInks().size();
        int back = form.backInks().size();
        if (!machine.isPress() || front + back == 0) {
            return 1;
        }
        if (machine.perfecting() && back > 0) {
            int unitsPerSide = machine.units() / 2;
            return Math.max(rounds(front, unitsPerSide), rounds(back, unitsPerSide));
        }
        return rounds(front, machine.units()) + rounds(back, machine.units());
    }

    private static boolean coats(Machine machine, Coating coating) {
        return switch (coating) {
            case NONE -> true;
            case AQUEOUS -> machine.coater();
            case UV -> machine.coater() && machine.uvInks();
        };
    }

    private static int rounds(int inks, int units) {
        return (inks + units - 1) / units;
    }
}
