package vn.nhain.simulators.press;

import org.jspecify.annotations.Nullable;
import vn.nhain.plant.command.JobStart;
import vn.nhain.plant.machine.Machine;

/** Why a machine does not take a job. */
final class Refusal {
    private Refusal() {}

    /** A sentence for the planner, or empty when the machine takes it. */
    static String of(JobStart command, Machine machine, @Nullable JobStart current) {
        if (!command.machineId().equals(machine.id())) {
            return "This is machine %s; the command is for machineId (%s). Send it there."
                    .formatted(machine.id(), command.machineId());
        }
        boolean knows = machine.operations().stream().anyMatch(k -> k.name().equals(command.operationKind()));
        if (!knows) {
            return "%s does not do operationKind (%s), only %s. Plan the operation on another machine."
                    .formatted(machine.id(), command.operationKind(), machine.operations());
        }
        if (!(command.speedPerHour() > 0)) {
            return "The speedPerHour (%s) must be more than 0. Send the planned running speed."
                    .formatted(command.speedPerHour());
        }
        if (!(command.setupMinutes() >= 0 && command.washMinutes() >= 0)) {
            return "setupMinutes (%s) and washMinutes (%s) must be at least 0. Send the planned setup."
                    .formatted(command.setupMinutes(), command.washMinutes());
        }
        if (command.makereadySheets() < 0) {
            return "makereadySheets (%d) must be at least 0. Send the planned waste sheets of the setup."
                    .formatted(command.makereadySheets());
        }
        if (current != null) {
            return "%s is busy with job %s. Send the command again when that is done."
                    .formatted(machine.id(), current.jobId());
        }
        return "";
    }
}
