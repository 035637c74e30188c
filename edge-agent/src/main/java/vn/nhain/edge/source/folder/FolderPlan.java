package vn.nhain.edge.source.folder;

import java.time.Clock;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import vn.nhain.edge.source.SourcePlan;
import vn.nhain.edge.source.TelemetrySource;

/** One folder. Files wait in it while nobody reads. */
public record FolderPlan(FolderMachine machine) implements SourcePlan {
    @Override
    public String name() {
        return "folder %s %s".formatted(machine.machineId(), machine.folder());
    }

    @Override
    public Set<String> machineIds() {
        return Set.of(machine.machineId());
    }

    @Override
    public String remedy() {
        return "Make the folder %s and let the agent write in it.".formatted(machine.folder());
    }

    @Override
    public boolean isKeptWhileAway() {
        return true;
    }

    @Override
    public TelemetrySource open(Clock wallClock, LongSupplier nanoTime, RandomGenerator random) {
        return new FolderSource(machine, wallClock, nanoTime, true);
    }

    /** Looks at the folder and takes nothing. */
    @Override
    public TelemetrySource openForCheck(Clock wallClock, LongSupplier nanoTime, RandomGenerator random) {
        return new FolderSource(machine, wallClock, nanoTime, false);
    }
}
