package vn.nhain.simulators.press;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.nhain.plant.machine.Machine;

/** Names of inks in metric ids: C, M, Y, K and, for whatever else a job prints with, S1, S2 and so on in printing order. */
public final class InkLabels {
    private static final List<String> PROCESS = List.of("C", "M", "Y", "K");
    private static final int FEWEST_SPOTS = 2;

    private InkLabels() {}

    /** Every label that a press can have; empty for a finishing machine. */
    public static List<String> allOf(Machine machine) {
        List<String> labels = new ArrayList<>();
        if (machine.isPress()) {
            labels.addAll(PROCESS);
            int spots = Math.max(FEWEST_SPOTS, machine.units() - PROCESS.size());
            for (int i = 1; i <= spots; i++) {
                labels.add("S" + i);
            }
        }
        return labels;
    }

    /** Labels of a job's inks; spot inks beyond those that the press has are left out. */
    static List<String> of(List<String> inks, Machine machine) {
        List<String> all = allOf(machine);
        List<String> labels = new ArrayList<>();
        int spots = 0;
        Set<String> distinct = new LinkedHashSet<>(inks);
        for (String ink : distinct) {
            String label = PROCESS.contains(ink) ? ink : "S" + ++spots;
            if (all.contains(label)) {
                labels.add(label);
            }
        }
        return labels;
    }
}
