package vn.nhain.dashboard.plan;

/**
 * An operation of an order: the job of a machine.
 *
 * @param orderId the order
 * @param operationId the operation
 */
public record JobKey(String orderId, String operationId) {
    /** The job id on the wire: {@code orderId/operationId}. */
    public String jobId() {
        return orderId + "/" + operationId;
    }
}
