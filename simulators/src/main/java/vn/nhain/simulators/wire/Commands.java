package vn.nhain.simulators.wire;

import java.util.function.Function;
import vn.nhain.plant.command.JobAcknowledgement;
import vn.nhain.plant.command.JobStart;

/** The one command of a machine as it comes and goes over a wire: JSON in, JSON out. */
public final class Commands {
    private Commands() {}

    /**
     * Hands a command to a machine.
     *
     * @param json JSON of a {@link JobStart}
     * @param machine takes the job or says why not
     * @return JSON of a {@link JobAcknowledgement}; a refusal when the command cannot be read
     */
    public static String start(String json, Function<JobStart, JobAcknowledgement> machine) {
        try {
            return Json.write(machine.apply(Json.read(json, JobStart.class)));
        } catch (MalformedMessageException e) {
            return Json.write(new JobAcknowledgement("", false, String.valueOf(e.getMessage())));
        }
    }
}
