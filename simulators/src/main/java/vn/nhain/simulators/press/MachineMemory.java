package vn.nhain.simulators.press;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.machine.MachineState;

/**
 * Everything that a machine keeps when its power goes: a machine restored from it goes on as if it had never been away.
 *
 * @param step last second since the epoch, plant time, that it has lived through
 * @param state state in that second
 * @param idleSeconds how long it has been without work
 * @param speed speed in that second, 1/h
 * @param job job in the machine, or null
 * @param finished figures of the job that was finished last
 * @param interruption what keeps it from working, or null
 * @param recentCommands ids of commands that were accepted, the oldest first
 * @param meters counters
 * @param colour inks and register
 * @param surroundings temperatures and humidity by place
 */
public record MachineMemory(
        long step,
        MachineState state,
        long idleSeconds,
        double speed,
        @Nullable JobMemory job,
        JobFigures finished,
        @Nullable Interruption interruption,
        List<String> recentCommands,
        MeterMemory meters,
        ColourMemory colour,
        Map<String, Double> surroundings) {
    public MachineMemory {
        recentCommands = List.copyOf(recentCommands);
        surroundings = Map.copyOf(surroundings);
    }

    /** A machine that was just installed. */
    static MachineMemory fresh(long step, List<String> inkLabels) {
        return new MachineMemory(
                step,
                MachineState.IDLE,
                0,
                0,
                null,
                JobFigures.NONE,
                null,
                List.of(),
                new MeterMemory(0, 0, 0, 0, 0, 0),
                new ColourMemory(inkLabels, Map.of(), 0, 0, 0),
                Map.of());
    }
}
