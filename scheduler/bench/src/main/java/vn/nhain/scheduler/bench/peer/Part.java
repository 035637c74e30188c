package vn.nhain.scheduler.bench.peer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The part of a plan that is set free: a stretch of some machines.
 *
 * @param lanes the stretches
 */
record Part(List<Lane> lanes) {
    Part {
        lanes = List.copyOf(lanes);
    }

    /** The operations that leave their places. */
    Set<Integer> operations() {
        Set<Integer> all = new HashSet<>();
        lanes.forEach(lane -> all.addAll(lane.operations()));
        return all;
    }

    /** Those machines that have a lane. */
    Set<Integer> machines() {
        Set<Integer> all = new HashSet<>();
        lanes.forEach(lane -> all.add(lane.machine()));
        return all;
    }
}
