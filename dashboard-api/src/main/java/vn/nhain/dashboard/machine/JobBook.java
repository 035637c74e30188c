package vn.nhain.dashboard.machine;

import java.time.Instant;
import java.util.Optional;

/** What the live board says of jobs beyond their id; known by the plan and the orders. */
public interface JobBook {
    /** Knows nothing. */
    JobBook EMPTY = new JobBook() {
        @Override
        public Optional<Job> findJob(String jobId) {
            return Optional.empty();
        }

        @Override
        public Optional<NextJob> findNext(String machineId) {
            return Optional.empty();
        }
    };

    /** The job of this id, if it is one of ours. */
    Optional<Job> findJob(String jobId);

    /** What the plan in force has next on a machine. */
    Optional<NextJob> findNext(String machineId);

    /**
     * A job.
     *
     * @param orderId the order
     * @param operationId the operation
     * @param title what is made
     * @param quantity good output wanted in all, also when the machine runs the rest of it only
     * @param goodBefore good output of earlier attempts
     * @param plannedEnd plant time of its end by the plan in force; empty when that does not have it
     * @param expectedEnd plant time of its end by plan and floor together, in working time; empty when that cannot be said
     */
    record Job(
            String orderId,
            String operationId,
            String title,
            int quantity,
            double goodBefore,
            Optional<Instant> plannedEnd,
            Optional<Instant> expectedEnd) {}

    /**
     * A job to come.
     *
     * @param orderId the order
     * @param operationId the operation
     * @param start plant time at which its setup is planned to begin
     */
    record NextJob(String orderId, String operationId, Instant start) {}
}
