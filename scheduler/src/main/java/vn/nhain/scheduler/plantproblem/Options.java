package vn.nhain.scheduler.plantproblem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhain.plant.QuantityChain.Quantities;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.machine.SetupModel;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.quality.QualityState;
import vn.nhain.scheduler.api.Reason;

/** Finds the machines that may run an operation, and why the others may not. */
final class Options {
    private final List<PlantMachine> machines;
    private final Map<String, QualityState> states;

    Options(List<PlantMachine> machines, Map<String, QualityState> states) {
        this.machines = machines;
        this.states = states;
    }

    /**
     * Where an operation may run.
     *
     * @param runMinutes working minutes by machine index
     * @param excludedByQuality machines that only their quality state excludes
     * @param barrier why there is no machine; says nothing when there is one
     */
    record Found(Map<Integer, Integer> runMinutes, List<String> excludedByQuality, Reason barrier) {}

    Found of(Operation operation, Quantities quantities) {
        Map<Integer, Integer> runMinutes = new LinkedHashMap<>();
        List<String> excludedByQuality = new ArrayList<>();
        List<String> en = new ArrayList<>();
        List<String> vi = new ArrayList<>();
        for (int i = 0; i < machines.size(); i++) {
            PlantMachine candidate = machines.get(i);
            Machine machine = candidate.machine();
            if (!machine.operations().contains(operation.kind())) {
                continue;
            }
            QualityState state = states.getOrDefault(machine.id(), QualityState.GREEN);
            Optional<Reason> barrier =
                    Eligibility.barrier(machine, state, operation).or(() -> shortWindows(candidate, operation));
            if (barrier.isEmpty()) {
                runMinutes.put(i, candidate.runMinutes(operation, quantities));
                continue;
            }
            if (barrier.get().code().equals("quality")) {
                excludedByQuality.add(machine.id());
            }
            en.add(machine.id() + ": " + barrier.get().en());
            vi.add(machine.id() + ": " + barrier.get().vi());
        }
        return new Found(runMinutes, excludedByQuality, barrier(operation, excludedByQuality, en, vi));
    }

    private static Reason barrier(Operation operation, List<String> byQuality, List<String> en, List<String> vi) {
        Words.Both kind = Words.kind(operation.kind());
        if (en.isEmpty()) {
            return new Reason(
                    "machine", "no machine of the plant does " + kind.en(), "nhà máy không có máy làm " + kind.vi());
        }
        return new Reason(
                byQuality.isEmpty() ? "machine" : "quality",
                "no machine may run it now; " + String.join("; ", en),
                "hiện không máy nào chạy được; " + String.join("; ", vi));
    }

    private static Optional<Reason> shortWindows(PlantMachine candidate, Operation operation) {
        int longest = candidate.windows().longest();
        int setup = longestSetup(candidate.machine(), operation);
        if (setup < longest) {
            return Optional.empty();
        }
        return Optional.of(new Reason(
                "calendar",
                "its setup of up to %d min fits no open time (at most %d min)".formatted(setup, longest),
                "chuẩn bị đến %d phút không vừa giờ làm việc nào (dài nhất %d phút)".formatted(setup, longest)));
    }

    /** No setup of this form on this machine takes longer. */
    static int longestSetup(Machine machine, Operation operation) {
        SetupModel m = machine.setup();
        int inks = Setting.of(operation.form()).inks().size();
        int plates = machine.isPress() ? operation.form().plates() : 0;
        double wash = inks * Math.max(m.spotInk(), Math.max(m.lightToDark(), m.darkToLight()))
                + (inks > 0 ? machine.units() * m.spotInk() / 2 : 0);
        double parts = m.base() + m.blanketWash() + m.format() + m.caliper() + m.coatingPlate() + m.colourOk();
        return (int) Math.ceil(parts + m.newTool() + m.perPlate() * plates + wash);
    }
}
