package vn.nhain.edge.sink;

/** What became of a batch. */
public sealed interface WriteOutcome {
    /** The store has all of it. */
    record Written() implements WriteOutcome {}

    /** The store could not answer, or not for a reason of this batch: try the same again later. */
    record Unavailable(String reason) implements WriteOutcome {}

    /** The store refuses something in this batch, and will for ever. */
    record Refused(String reason) implements WriteOutcome {}

    /** The store wants smaller batches. */
    record TooLarge(String reason) implements WriteOutcome {}
}
