package vn.nhain.edge.command;

/** Takes commands as they come from the wire. Must not block. */
@FunctionalInterface
public interface JobCommands {
    /**
     * Somebody wants a machine to start a job.
     *
     * @param machineId the machine that the command was sent to
     * @param json JSON of {@link vn.nhain.plant.command.JobStart}, unchecked
     */
    void onJobStart(String machineId, String json);
}
