package vn.nhain.scheduler.plantproblem;

import java.util.ArrayList;
import java.util.HashMap;
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
import vn.nhain.scheduler.words.Words;

/** Finds the machines that may run an operation, and why the others may not. */
final class Options {
    private final List<PlantMachine> machines;
    private final PlanTime time;
    private final Words words;
    private boolean allGreen;

    Options(List<PlantMachine> machines, PlanTime time, Words words) {
        this.machines = machines;
        this.time = time;
        this.words = words;
    }

    /** As if every machine were in control. */
    Options inGreen() {
        allGreen = true;
        return this;
    }

    /**
     * Where an operation may run.
     *
     * @param runMinutes working minutes by machine index
     * @param releaseOn by machine index, the end of the recalibration that it must wait for there
     * @param excludedByQuality machines that only their quality state excludes
     * @param barrier why there is no machine; says nothing when there is one
     */
    record Found(
            Map<Integer, Integer> runMinutes,
            Map<Integer, Release> releaseOn,
            List<String> excludedByQuality,
            Reason barrier) {
        Found with(Map<Integer, Release> otherReleaseOn) {
            return new Found(runMinutes, otherReleaseOn, excludedByQuality, barrier);
        }
    }

    Found of(Operation operation, Quantities quantities) {
        Map<Integer, Integer> runMinutes = new LinkedHashMap<>();
        Map<Integer, Release> releaseOn = new HashMap<>();
        List<String> excludedByQuality = new ArrayList<>();
        List<String> en = new ArrayList<>();
        List<String> vi = new ArrayList<>();
        for (int i = 0; i < machines.size(); i++) {
            PlantMachine candidate = machines.get(i);
            Machine machine = candidate.machine();
            if (!machine.operations().contains(operation.kind())) {
                continue;
            }
            Optional<Reason> barrier = barrier(candidate, operation, allGreen ? QualityState.GREEN : candidate.state());
            Recalibration recalibration = candidate.recalibration();
            if (barrier.isPresent()
                    && barrier.get().code().equals("quality")
                    && recalibration != null
                    && barrier(candidate, operation, recalibration.after()).isEmpty()) {
                releaseOn.put(i, release(machine, recalibration));
                barrier = Optional.empty();
            }
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
        return new Found(runMinutes, releaseOn, excludedByQuality, barrier(operation, excludedByQuality, en, vi));
    }

    private static Optional<Reason> barrier(PlantMachine candidate, Operation operation, QualityState state) {
        return Eligibility.barrier(candidate.machine(), state, operation).or(() -> shortWindows(candidate, operation));
    }

    private Release release(Machine machine, Recalibration recalibration) {
        Words.Both name = Words.machine(machine);
        Words.Both at = words.time(time.at(recalibration.to()));
        return new Release(
                recalibration.to(),
                new Reason(
                        "quality",
                        "waits for the recalibration of %s until %s".formatted(name.en(), at.en()),
                        "chờ hiệu chuẩn %s đến %s".formatted(name.vi(), at.vi())),
                new Reason(
                        "quality",
                        "%s is recalibrated by %s".formatted(name.en(), at.en()),
                        "%s hiệu chuẩn xong lúc %s".formatted(name.vi(), at.vi())));
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
