package vn.nhain.simulators.station;

import vn.nhain.plant.command.JobAcknowledgement;
import vn.nhain.plant.command.JobStart;

/** Where an endpoint hands in the jobs that it is sent. Thread-safe. */
@FunctionalInterface
public interface JobPort {
    /** Takes a job or says why not; the answer may leave only when it cannot be forgotten any more. */
    JobAcknowledgement start(JobStart command);
}
