package vn.nhain.simulators.press;

import vn.nhain.plant.command.JobStart;

/**
 * What is remembered of the job in a machine.
 *
 * @param command how it was ordered
 * @param phase where it stands
 * @param remainingSeconds rest of the present phase, when it is one that ends by time
 * @param washSeconds length of the wash-up
 * @param makereadySeconds length of the makeready without wash-up
 * @param setSpeed speed set for the run, 1/h
 * @param good good sheets so far
 * @param waste waste sheets so far
 * @param sheetsToPull waste sheets that the makeready will still take
 * @param sheetsToWash sheets until the next blanket wash
 * @param sheetCarry part of a sheet that is on its way
 * @param wasteCarry part of a waste sheet that is due
 */
record JobMemory(
        JobStart command,
        Phase phase,
        double remainingSeconds,
        double washSeconds,
        double makereadySeconds,
        double setSpeed,
        int good,
        int waste,
        int sheetsToPull,
        double sheetsToWash,
        double sheetCarry,
        double wasteCarry) {}
