package vn.nhain.scheduler.plantproblem;

/**
 * What a change from one job to the next takes.
 *
 * @param minutes minutes of setup, wash-up included, rounded up to whole minutes
 * @param washMinutes part of them that is wash-up
 * @param sheets waste units
 * @param plates plates that are changed
 * @param washLitres solvent, litres
 */
record Change(int minutes, double washMinutes, int sheets, int plates, double washLitres) {
    static final Change NONE = new Change(0, 0, 0, 0, 0);
}
