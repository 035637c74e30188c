package vn.nhain.scheduler.race.events;

import vn.nhain.scheduler.api.Schedule;

/**
 * One repair as a caller sees it.
 *
 * @param wallMillis from the event to the first plan that is told, wall time
 * @param cpuMillis the same in CPU time of the whole process, compiler and collector of the JVM included
 * @param repaired the first plan
 * @param searched the plan after some more CPU seconds of search
 */
record Repair(double wallMillis, double cpuMillis, Schedule repaired, Schedule searched) {}
