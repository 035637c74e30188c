package vn.nhain.dashboard.plan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.command.JobStart;

/**
 * What became of an operation on the floor. Times are plant time; output is counted in strokes of the machine.
 *
 * @param key the operation
 * @param machineId the machine it was sent to
 * @param status where it stands
 * @param planVersion plan that sent it
 * @param attempt 1, and one more each time it is sent anew after it failed
 * @param command the command of this attempt
 * @param sentAt when this attempt was first sent
 * @param acknowledgedAt when the machine accepted it; null before
 * @param startedAt when its first attempt began; null before
 * @param endedAt when it was done; null before
 * @param goodBefore good output of earlier attempts
 * @param good good output of all attempts
 * @param waste waste of this attempt
 * @param total good output wanted in all
 * @param message what the machine said when it refused; empty otherwise
 */
public record Execution(
        JobKey key,
        String machineId,
        Status status,
        int planVersion,
        int attempt,
        JobStart command,
        Instant sentAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        double goodBefore,
        double good,
        double waste,
        int total,
        String message) {
    /** Where an operation stands on the floor. */
    public enum Status {
        /** Sent, not answered. */
        SENT,
        /** The machine has accepted it. */
        ACKNOWLEDGED,
        /** In the machine. */
        RUNNING,
        /** Done. */
        DONE,
        /** The machine refused it, or stopped it before its end; the rest is sent anew. */
        STOPPED
    }

    /** Whether the machine is busy with it. */
    public boolean isOpen() {
        return status == Status.SENT || status == Status.ACKNOWLEDGED || status == Status.RUNNING;
    }

    /** Share that is done, 0 to 1. */
    public double progress() {
        if (status == Status.DONE) {
            return 1;
        }
        return total == 0 ? 0 : Math.min(1, Math.max(0, good / total));
    }

    Execution acknowledged(Instant at) {
        return with(status == Status.SENT ? Status.ACKNOWLEDGED : status, at, startedAt, endedAt, good, waste, message);
    }

    Execution running(Instant at) {
        return with(Status.RUNNING, acknowledgedAt, startedAt == null ? at : startedAt, null, good, waste, "");
    }

    Execution done(Instant at) {
        return with(Status.DONE, acknowledgedAt, startedAt == null ? at : startedAt, at, good, waste, "");
    }

    Execution stopped(String why) {
        return with(Status.STOPPED, acknowledgedAt, startedAt, null, good, waste, why);
    }

    /** With output of this attempt; output never goes down, since a machine clears its counters between jobs. */
    Execution withGood(double ofAttempt) {
        return with(status, acknowledgedAt, startedAt, endedAt, Math.max(good, goodBefore + ofAttempt), waste, message);
    }

    Execution withWaste(double ofAttempt) {
        return with(status, acknowledgedAt, startedAt, endedAt, good, Math.max(waste, ofAttempt), message);
    }

    private Execution with(
            Status nextStatus,
            @Nullable Instant nextAcknowledged,
            @Nullable Instant nextStarted,
            @Nullable Instant nextEnded,
            double nextGood,
            double nextWaste,
            String nextMessage) {
        return new Execution(
                key,
                machineId,
                nextStatus,
                planVersion,
                attempt,
                command,
                sentAt,
                nextAcknowledged,
                nextStarted,
                nextEnded,
                goodBefore,
                nextGood,
                nextWaste,
                total,
                nextMessage);
    }
}
