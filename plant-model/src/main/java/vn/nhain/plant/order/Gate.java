package vn.nhain.plant.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that must be there before work on an order may start.
 *
 * @param kind what
 * @param cleared whether it is there
 * @param expected plant time at which it is expected when it is not there; null when nobody knows, which bars the order
 */
public record Gate(Kind kind, boolean cleared, @Nullable Instant expected) {
    /** What must be there. */
    public enum Kind {
        /** The customer has signed the proof. */
        PROOF,
        /** Plates are made. */
        PLATES,
        /** The die is in the house. */
        DIE,
        /** The deposit is paid. */
        DEPOSIT
    }
}
