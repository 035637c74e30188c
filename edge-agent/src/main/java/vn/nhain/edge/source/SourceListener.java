package vn.nhain.edge.source;

import java.util.List;

/** Takes what sources deliver. Thread-safe; may block its caller while the disk is behind. */
public interface SourceListener {
    /**
     * Values that belong together, in the order in which the machine sent them.
     *
     * @param values what was received
     * @param whenDurable run once when all of them are durable or counted as refused; may run on any thread
     */
    void onValues(List<SourceValue> values, Runnable whenDurable);

    /**
     * The same for values that are records of the past, and no sign that the machine is there now.
     *
     * @param values what was received
     * @param whenDurable run once when all of them are durable or counted as refused; may run on any thread
     */
    default void onRecords(List<SourceValue> values, Runnable whenDurable) {
        onValues(values, whenDurable);
    }

    /**
     * A message that holds no readable values. Counts as one value received and rejected.
     *
     * @param machineId the machine that is supposed to have sent it
     * @param reason why it was refused, in a sentence
     * @param whenDurable run once when the refusal is durable
     */
    void onMalformed(String machineId, String reason, Runnable whenDurable);

    /** A machine gave a sign of life without a value. */
    void onAlive(String machineId);

    /** A machine or its connection said that it is gone. */
    void onGone(String machineId, String reason);
}
