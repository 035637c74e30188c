package vn.nhain.plant.file;

import java.util.List;
import vn.nhain.plant.machine.MachineKind;
import vn.nhain.plant.material.SheetSize;
import vn.nhain.plant.order.OperationKind;

/** What the keys of one machine owe one another. */
final class MachineRules {
    private final Mistakes mistakes;

    MachineRules(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    void machine(Values machine) {
        SheetSize largest = machine.find("maxSheet", SheetSize.class).orElse(new SheetSize(99_999, 99_999));
        machine.find("minSheet", SheetSize.class)
                .filter(smallest -> !smallest.fitsIn(largest))
                .ifPresent(smallest -> add(
                        machine,
                        "minSheet",
                        "The smallest sheet (%s) must fit in the largest (%s). Were they swapped?"
                                .formatted(smallest, largest)));
        int heaviest = machine.find("maxGsm", Integer.class).orElse(Integer.MAX_VALUE);
        machine.find("minGsm", Integer.class)
                .filter(lightest -> lightest > heaviest)
                .ifPresent(lightest -> add(
                        machine,
                        "minGsm",
                        "The lightest paper (%d) must not be heavier than the heaviest (%d). Were they swapped?"
                                .formatted(lightest, heaviest)));
        machine.find("kind", MachineKind.class).ifPresent(kind -> units(machine, kind == MachineKind.OFFSET_PRESS));
        machine.find("power", Values.class).ifPresent(this::power);
    }

    private void units(Values machine, boolean press) {
        int units = machine.find("units", Integer.class).orElse(press ? 1 : 0);
        if (press && units == 0) {
            add(machine, "units", "A press must have at least 1 unit. Say how many.");
        }
        if (!press && units > 0) {
            add(
                    machine,
                    "units",
                    "A finishing machine has no printing units (%d). Leave the key out.".formatted(units));
        }
        boolean prints = machine.list("operations", OperationKind.class).contains(OperationKind.PRINT);
        if (prints != press) {
            add(
                    machine,
                    "operations",
                    press ? "A press must be able to PRINT. Add it." : "Only an OFFSET_PRESS can PRINT. Remove it.");
        }
        if (machine.find("perfecting", Boolean.class).orElse(false) && units % 2 == 1) {
            add(
                    machine,
                    "units",
                    "A perfector must have as many units a side, and so an even number (%d).".formatted(units));
        }
        List<String> inks = machine.list("inks", String.class);
        if (inks.size() > units) {
            add(machine, "inks", "There are more inks (%d) than units (%d).".formatted(inks.size(), units));
        }
    }

    private void power(Values power) {
        List<String> falling = List.of("running", "setup", "idle", "standby");
        double above = Double.MAX_VALUE;
        for (String key : falling) {
            double kilowatts = power.find(key, Double.class).orElse(above);
            if (kilowatts > above) {
                add(
                        power,
                        key,
                        "The power (%s kW) must not exceed that of the key before (%s kW); they fall from running to standby."
                                .formatted(kilowatts, above));
            }
            above = kilowatts;
        }
    }

    private void add(Values group, String key, String message) {
        mistakes.add(group.lineOf(key), group.pathOf(key), message);
    }
}
