package vn.nhain.scheduler.kernel.neighbourhood;

/** A change of the machine sequences. */
public sealed interface Proposal {
    /**
     * Takes an operation elsewhere.
     *
     * @param operation the operation
     * @param machine an eligible machine
     * @param index its place there, counted without the operation itself
     */
    record Relocate(int operation, int machine, int index) implements Proposal {}

    /**
     * Lets two operations change places.
     *
     * @param first an operation
     * @param second another; each is eligible on the other's machine
     */
    record Swap(int first, int second) implements Proposal {}
}
