package vn.nhain.scheduler.plantproblem;

import vn.nhain.plant.machine.Machine;

/** Machines that differ in one thing. */
final class Machines {
    private Machines() {}

    static Machine withUv(Machine m) {
        return new Machine(
                m.id(),
                m.name(),
                m.nameVi(),
                m.kind(),
                m.operations(),
                m.minSheet(),
                m.maxSheet(),
                m.minGsm(),
                m.maxGsm(),
                m.units(),
                m.perfecting(),
                true,
                m.coater(),
                m.grossSpeed(),
                m.netFactor(),
                m.setup(),
                m.power(),
                m.crew(),
                m.rateVndPerHour(),
                m.calendarId(),
                m.certified(),
                m.connection(),
                m.inks());
    }
}
