package vn.nhain.scheduler.explain;

import java.time.Instant;
import java.util.Map;
import vn.nhain.plant.Plant;
import vn.nhain.plant.Prices;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.quality.QualityState;
import vn.nhain.scheduler.api.ScheduleRequest.Recalibration;
import vn.nhain.scheduler.words.Words;

/**
 * What all rows of a plan share; one fact, joined where a rule needs it.
 *
 * @param origin plant time of minute 0
 * @param states quality state now by machine; GREEN where none is named
 * @param wanted recalibrations that were asked for, by machine
 * @param recalibratedAt minute at which the plan's recalibration of a machine ends
 */
record Facts(
        Plant plant,
        Instant origin,
        PlantHours hours,
        Words words,
        Map<String, QualityState> states,
        Map<String, Recalibration> wanted,
        Map<String, Integer> recalibratedAt) {
    Prices prices() {
        return plant.prices();
    }

    Instant at(int minute) {
        return origin.plusSeconds(60L * minute);
    }

    Words.Both time(int minute) {
        return words.time(at(minute));
    }

    /** Quality state now. */
    QualityState stateNow(Machine machine) {
        return states.getOrDefault(machine.id(), QualityState.GREEN);
    }

    /** Whether the plan has recalibrated a machine by then. */
    boolean isRecalibrated(Machine machine, int minute) {
        return minute >= recalibratedAt.getOrDefault(machine.id(), Integer.MAX_VALUE);
    }

    /** Quality state in which a run begins. */
    QualityState stateAt(Machine machine, int minute) {
        Recalibration recalibration = wanted.get(machine.id());
        return recalibration != null && isRecalibrated(machine, minute) ? recalibration.after() : stateNow(machine);
    }
}
