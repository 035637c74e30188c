package vn.nhain.edge.faults;

import java.util.Map;
import vn.nhain.edge.spool.Counters;

/**
 * What became of the readings of a fault.
 *
 * @param agent counts of the agent over the fault
 * @param balanced whether both equations hold over the agent's whole life
 * @param unlikeStore by how much the agent's count of stored readings differs from the distinct keys in the store
 * @param lost readings that a machine saw acknowledged and that are neither stored, quarantined nor counted as dropped
 * @param duplicated readings that the store has under two keys
 * @param remark what else was wrong; empty when nothing was
 * @param figures what was measured besides; empty when nothing was
 */
record Tally(
        Counters agent, boolean balanced, long unlikeStore, long lost, long duplicated, String remark, String figures) {
    boolean isGood() {
        return balanced && unlikeStore == 0 && lost == 0 && duplicated == 0 && agent.spooled() == 0 && remark.isEmpty();
    }

    Tally withRemark(String other) {
        return new Tally(agent, balanced, unlikeStore, lost, duplicated, other, figures);
    }

    Tally withFigures(String measured) {
        return new Tally(agent, balanced, unlikeStore, lost, duplicated, remark, measured);
    }

    String line(String fault) {
        return "FAULT %s received=%d accepted=%d stored=%d dropped=%d lost=%d duplicated=%d %s%s"
                .formatted(
                        fault,
                        agent.received(),
                        agent.accepted(),
                        agent.stored(),
                        agent.dropped(),
                        lost,
                        duplicated,
                        isGood() ? "ok" : "FAILED",
                        isGood()
                                ? ""
                                : " (%s, balanced=%s, stored by the agent's count more than by the store's: %d%s)"
                                        .formatted(
                                                agent, balanced, unlikeStore, remark.isEmpty() ? "" : "; " + remark));
    }

    /** Counts since another look. */
    static Counters since(Counters before, Counters after) {
        return new Counters(
                after.received() - before.received(),
                after.derived() - before.derived(),
                after.rejected() - before.rejected(),
                after.suppressed() - before.suppressed(),
                after.accepted() - before.accepted(),
                after.stored() - before.stored(),
                after.spooled(),
                after.dropped() - before.dropped(),
                after.quarantined() - before.quarantined(),
                Map.of());
    }
}
