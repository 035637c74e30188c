package vn.nhain.edge.health;

import java.util.List;
import java.util.Map;
import vn.nhain.edge.command.CommandCounts;
import vn.nhain.edge.pipeline.CounterSteps;
import vn.nhain.edge.sink.DrainStatus;
import vn.nhain.edge.sink.sparkplug.SparkplugStatus;
import vn.nhain.edge.source.SourceStatus;
import vn.nhain.edge.spool.SpoolStatus;
import vn.nhain.plant.machine.MachineState;

/**
 * All that the agent says about itself at one moment.
 *
 * @param agentId the agent
 * @param sources connections to machines
 * @param machines state last reported, by machine
 * @param spool the queue on disk, with the counters
 * @param store how the store is doing
 * @param sparkplug how live state is doing
 * @param commands commands so far
 * @param counterSteps what counters did
 */
public record HealthReport(
        String agentId,
        List<SourceStatus> sources,
        Map<String, MachineState> machines,
        SpoolStatus spool,
        DrainStatus store,
        SparkplugStatus sparkplug,
        CommandCounts commands,
        CounterSteps counterSteps) {
    /** Whether everything is connected, both equations hold, and nothing was given up. */
    public boolean isUp() {
        return sources.stream().allMatch(source -> source.state().isUp())
                && store.up()
                && sparkplug.state().isUp()
                && spool.problem().isEmpty()
                && spool.counters().isIntakeBalanced()
                && spool.counters().isStoreBalanced();
    }
}
