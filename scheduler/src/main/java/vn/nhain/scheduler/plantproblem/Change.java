package vn.nhain.scheduler.plantproblem;

/**
 * What a change from one job to the next takes.
 *
 * @param minutes minutes of setup, wash-up included, rounded up to whole minutes
 * @param washMinutes part of them that is wash-up
 * @param sheets waste units
 * @param plates plates that are changed
 * @param washLitres solvent, litres
 * @param reason what changes, such as {@code plates 4, ink P286, paper}
 */
record Change(int minutes, double washMinutes, int sheets, int plates, double washLitres, String reason) {}
