package vn.nhain.plant.order;

/** Life of an order. */
public enum OrderStatus {
    /** Taken, not started. */
    OPEN,
    /** At least one operation has started. */
    IN_PROGRESS,
    /** Every operation is done. */
    DONE,
    /** Will not be made. */
    CANCELLED
}
