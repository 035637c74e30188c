package vn.nhain.plant.order;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.nhain.plant.validation.Require;

/** The rules that the operations of one order keep together. */
final class Route {
    private Route() {}

    /** Refuses double ids, predecessors that are not there, and cycles. */
    static void check(String owner, List<Operation> operations) {
        Require.distinct(owner, "operations", operations, Operation::id);
        Set<String> ids = operations.stream().map(Operation::id).collect(Collectors.toSet());
        for (Operation operation : operations) {
            for (String predecessor : operation.predecessors()) {
                Require.that(
                        ids.contains(predecessor),
                        owner,
                        "predecessor",
                        predecessor,
                        "must be one of its operations; operation %s names it".formatted(operation.id()));
            }
        }
        Set<String> done = new HashSet<>();
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Operation operation : operations) {
                if (done.containsAll(operation.predecessors())) {
                    moved |= done.add(operation.id());
                }
            }
        }
        Set<String> circular = new HashSet<>(ids);
        circular.removeAll(done);
        Require.that(circular.isEmpty(), owner, "operations", circular, "must not wait for one another in a circle");
    }
}
