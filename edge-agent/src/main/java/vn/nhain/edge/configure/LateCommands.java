package vn.nhain.edge.configure;

import org.jspecify.annotations.Nullable;
import vn.nhain.edge.command.JobCommands;

/** Closes the one ring of the object graph: node → commands → pipeline → node. */
final class LateCommands implements JobCommands {
    private volatile @Nullable JobCommands commands;

    void connect(JobCommands router) {
        commands = router;
    }

    @Override
    public void onJobStart(String machineId, String json) {
        JobCommands router = commands;
        if (router != null) {
            router.onJobStart(machineId, json);
        }
    }
}
