package vn.nhain.plant.command;

import java.util.List;

/**
 * Start a job on a machine: the only command that goes down. A lost command is repeated with the same id; a machine runs
 * one id once.
 *
 * @param commandId unique; repeated when the command is repeated
 * @param machineId the machine
 * @param jobId {@code orderId/operationId}
 * @param orderId the order
 * @param operationId the operation
 * @param operationKind name of an {@link vn.nhain.plant.order.OperationKind}
 * @param quantity good strokes to make, at least 1: what the machine counts, see {@link
 *     vn.nhain.plant.machine.Machine#strokes}
 * @param makereadySheets waste sheets that the setup is planned to cost
 * @param setupMinutes planned setup, plant minutes
 * @param washMinutes part of the setup that is wash-up, plant minutes
 * @param speedPerHour planned running speed, strokes per hour
 * @param inks inks of the form, in printing order; empty for finishing
 */
public record JobStart(
        String commandId,
        String machineId,
        String jobId,
        String orderId,
        String operationId,
        String operationKind,
        int quantity,
        int makereadySheets,
        double setupMinutes,
        double washMinutes,
        double speedPerHour,
        List<String> inks) {
    public JobStart {
        if (quantity < 1) {
            throw new IllegalArgumentException(
                    "The quantity (%d) of job (%s) must be at least 1.".formatted(quantity, jobId));
        }
        inks = List.copyOf(inks);
    }
}
