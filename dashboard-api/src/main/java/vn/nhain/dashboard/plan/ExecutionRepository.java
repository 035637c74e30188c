package vn.nhain.dashboard.plan;

import java.util.List;

/** What became of operations on the floor. Implementations are thread-safe. */
public interface ExecutionRepository {
    /** All of them. */
    List<Execution> listExecutions();

    /** Adds it, or puts it in the place of the one with its key. */
    void save(Execution execution);
}
