package vn.nhain.scheduler.plantproblem;

import java.util.List;

/**
 * In which order each machine runs its tasks; times follow from it.
 *
 * @param byMachine task indices by machine index
 */
public record MachineSequences(List<List<Integer>> byMachine) {
    public MachineSequences {
        byMachine = byMachine.stream().map(List::copyOf).toList();
    }
}
