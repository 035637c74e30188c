package vn.nhain.edge.command;

import java.util.Set;
import vn.nhain.plant.command.JobStart;

/**
 * Machines that take jobs. The answer comes back as a reading {@code job.ack}, whenever the machine gives it; a command
 * that is lost on the way is answered by nobody, and whoever sent it repeats it with the same id.
 */
public interface JobTarget {
    /** Machines that it reaches. */
    Set<String> machineIds();

    /** Sends the job on its way and returns at once; never throws for what a machine or a network does. */
    void start(JobStart job);
}
