package vn.nhain.scheduler.plantproblem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.nhain.plant.QuantityChain.Quantities;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.order.Form;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.Order;

/**
 * An operation that is to be planned.
 *
 * @param index position in the list of tasks; predecessors come before
 * @param order its order
 * @param operation what is done
 * @param setting what is on the machine when it runs
 * @param quantities what it makes and takes
 * @param unitValueVnd worth of one unit that goes in, VND
 * @param runMinutes working minutes by index of the machine that may run it, second pass included
 * @param release the earliest start
 * @param releaseOn by index of a machine, the earliest start there when it is later: after the machine's recalibration
 * @param predecessors tasks that must end before, with the lag to keep
 * @param excludedByQuality machines that only their quality state excludes now
 * @param pinned whether it keeps machine and place
 * @param latestStart the minute by which it must have started, because something that it must follow soon has run; {@link
 *     Windows#NEVER} when nothing has
 * @param handovers tasks that have its die or its plates before it, and hand them over when they end
 * @param handoverMinutes minutes from then to its start at least: the shortest setup that mounts them
 */
record Task(
        int index,
        Order order,
        Operation operation,
        Setting setting,
        Quantities quantities,
        double unitValueVnd,
        Map<Integer, Integer> runMinutes,
        Release release,
        Map<Integer, Release> releaseOn,
        List<Link> predecessors,
        List<String> excludedByQuality,
        boolean pinned,
        int latestStart,
        List<Integer> handovers,
        int handoverMinutes) {
    /**
     * A predecessor.
     *
     * @param task its index
     * @param lagMinutes minutes that must pass after its end
     * @param noneAfterUv whether a press with UV inks leaves nothing to wait for
     * @param mostMinutes minutes after its end within which the task must start; {@link Windows#NEVER} when there is no limit
     */
    record Link(int task, int lagMinutes, boolean noneAfterUv, int mostMinutes) {
        int lagAfter(Machine machine) {
            return noneAfterUv && machine.uvInks() ? 0 : lagMinutes;
        }

        /** The earliest start on any machine. */
        int readyAfter(Placement predecessor, PlantProblem problem) {
            boolean batches = predecessor.task().operation().transferBatch() > 0;
            return ready(batches ? Batches.through(problem, predecessor, 0) : predecessor.end(), predecessor, problem);
        }

        /** The earliest start of a task on a machine. */
        int readyAfter(Placement predecessor, PlantProblem problem, Task next, int machine) {
            Operation from = predecessor.task().operation();
            int goodOut = predecessor.task().quantities().goodOut();
            int ready = readyAfter(predecessor, problem);
            PlantMachine on = problem.machines().get(machine);
            int run = Objects.requireNonNull(next.runMinutes().get(machine));
            for (int i = 1; i < from.batches(goodOut); i++) {
                int there = ready(Batches.through(problem, predecessor, i), predecessor, problem);
                ready = Math.max(ready, Batches.startFor(on, next.operation(), run, from, goodOut, i, there));
            }
            return ready;
        }

        private int ready(int through, Placement predecessor, PlantProblem problem) {
            Machine on = problem.machines().get(predecessor.machine()).machine();
            return through == Windows.NEVER ? Windows.NEVER : through + lagAfter(on);
        }

        boolean isLimited() {
            return mostMinutes != Windows.NEVER;
        }
    }

    Task with(Release otherRelease, List<Integer> otherHandovers, int minutes) {
        return new Task(
                index,
                order,
                operation,
                setting,
                quantities,
                unitValueVnd,
                runMinutes,
                otherRelease,
                releaseOn,
                predecessors,
                excludedByQuality,
                pinned,
                latestStart,
                List.copyOf(otherHandovers),
                minutes);
    }

    /** The same where the machine it is planned on is no longer among those that may run it. */
    Task runningOn(int machine, int minutes) {
        Map<Integer, Integer> run = new LinkedHashMap<>(runMinutes);
        run.put(machine, minutes);
        return with(run);
    }

    /** The same on any machine but one. */
    Task notOn(int machine) {
        Map<Integer, Integer> run = new LinkedHashMap<>(runMinutes);
        run.remove(machine);
        return with(run);
    }

    private Task with(Map<Integer, Integer> run) {
        return new Task(
                index,
                order,
                operation,
                setting,
                quantities,
                unitValueVnd,
                run,
                release,
                releaseOn,
                predecessors,
                excludedByQuality,
                pinned,
                latestStart,
                handovers,
                handoverMinutes);
    }

    /** The earliest start on a machine. */
    Release release(int machine) {
        Release there = releaseOn.get(machine);
        return there == null ? release : release.later(there);
    }

    Form form() {
        return operation.form();
    }

    /** When it may start for the sake of what another task hands over. */
    int readyAfterHandover(Placement other) {
        return other.end() == Windows.NEVER ? Windows.NEVER : other.end() + handoverMinutes;
    }

    /** Units in that are planned as waste. */
    int wasteIn() {
        return quantities.waste() * operation.inputs();
    }

    /** Whether it is done on sheets, so that its waste counts as sheets. */
    boolean takesSheets() {
        return operation.predecessors().isEmpty() || Operations.outOfSheets(order, operation);
    }
}
