package vn.nhain.scheduler.check;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A benchmark problem as its file states it: the Online Printing Shop, of which the flexible job shop is the case without
 * closed hours and setups.
 *
 * @param resources machines by id
 * @param operations operations by id
 */
record Shop(Map<Integer, Resource> resources, Map<Integer, Step> operations) {
    Shop {
        resources = new TreeMap<>(resources);
        operations = new TreeMap<>(operations);
    }

    /**
     * A machine.
     *
     * @param windows when it works; the last never ends
     * @param smaller setup when the size falls
     * @param larger setup when the size grows
     * @param colour setup when the colour changes
     * @param varnish setup when the varnish changes
     */
    record Resource(Windows windows, int smaller, int larger, int colour, int varnish) {
        int setupBefore(@Nullable Step before, Step next) {
            if (before == null) {
                return Math.max(smaller, larger) + colour + varnish;
            }
            int size = before.size > next.size ? smaller : before.size < next.size ? larger : 0;
            return size + (before.colour != next.colour ? colour : 0) + (before.varnish != next.varnish ? varnish : 0);
        }
    }

    /**
     * An operation.
     *
     * @param fixedStart its start when it is fixed; -1 otherwise
     * @param overlapPermille so many thousandths must be done before a successor starts; 1000 = all
     * @param times working time by machine that may run it
     */
    record Step(
            int job,
            int id,
            int fixedStart,
            int release,
            int overlapPermille,
            int size,
            int colour,
            int varnish,
            Map<Integer, Integer> times,
            List<Integer> successors) {
        int unitsBeforeSuccessor(int time) {
            return overlapPermille >= 1000 ? time : Math.toIntExact((999 + (long) overlapPermille * time) / 1000);
        }
    }
}
