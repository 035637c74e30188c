package vn.nhain.dashboard.plan;

import vn.nhain.plant.command.JobStart;

/** The one way down to a machine. */
public interface CommandSender {
    /**
     * Sends a job start and returns at once; whether it arrived is told by the reading {@code job.ack}.
     *
     * @return false when there is no way to the machine now, so that nothing was sent
     */
    boolean send(JobStart command);
}
