package vn.nhain.edge.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.edge.json.Json;
import vn.nhain.edge.log.Repeats;
import vn.nhain.edge.source.SourceListener;
import vn.nhain.edge.source.SourceValue;
import vn.nhain.plant.command.JobAcknowledgement;
import vn.nhain.plant.command.JobStart;
import vn.nhain.plant.reading.Metrics;
import vn.nhain.plant.reading.ReadingQuality;

/**
 * Sends each command to its machine. A repeated one goes down again: the machine knows which ids it has run, and its
 * answer is what the sender waits for. What no machine can understand is refused here, so that it is not repeated for
 * ever. Thread-safe.
 */
public final class CommandRouter implements JobCommands {
    private static final Logger log = LoggerFactory.getLogger(CommandRouter.class);

    private final Repeats repeats = new Repeats(log);
    private volatile Map<String, JobTarget> targetByMachine = Map.of();
    private final SourceListener answers;
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    /** @param answers where an answer goes that the agent gives itself */
    public CommandRouter(List<JobTarget> targets, SourceListener answers) {
        this.answers = answers;
        setTargets(targets);
    }

    /** Sends commands to these from now on. */
    public void setTargets(List<JobTarget> targets) {
        Map<String, JobTarget> fresh = new HashMap<>();
        for (JobTarget target : targets) {
            target.machineIds().forEach(id -> fresh.put(id, target));
        }
        targetByMachine = Map.copyOf(fresh);
    }

    @Override
    public void onJobStart(String machineId, String json) {
        received.incrementAndGet();
        try {
            JobStart job = Json.read(json, JobStart.class);
            JobTarget target = targetByMachine.get(machineId);
            if (!job.machineId().equals(machineId)) {
                refuse(
                        machineId,
                        job.commandId(),
                        "The machineId (%s) is not the machine (%s) that the command was sent to."
                                .formatted(job.machineId(), machineId));
            } else if (target == null) {
                refuse(machineId, job.commandId(), "The machine (%s) takes no jobs.".formatted(machineId));
            } else {
                log.info(
                        "Command {}: job {} to {}",
                        Repeats.printable(job.commandId()),
                        Repeats.printable(job.jobId()),
                        machineId);
                target.start(job);
            }
        } catch (IOException e) {
            refuse(machineId, commandId(json), "The command cannot be read: %s".formatted(firstLine(e)));
        }
    }

    private void refuse(String machineId, @Nullable String commandId, String message) {
        refused.incrementAndGet();
        repeats.warn("A command to " + machineId, "is refused: " + message);
        if (commandId != null) {
            String answer = Json.write(new JobAcknowledgement(commandId, false, message));
            answers.onValues(
                    List.of(new SourceValue(machineId, Metrics.JOB_ACK, answer, ReadingQuality.GOOD, null)), () -> {});
        }
    }

    /** The id of a command that does not fit otherwise; null when even that is missing and nobody can be answered. */
    private static @Nullable String commandId(String json) {
        try {
            return Json.readObject(json.getBytes(StandardCharsets.UTF_8)).get("commandId") instanceof String id
                    ? id
                    : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /** Commands so far. */
    public CommandCounts counts() {
        return new CommandCounts(received.get(), refused.get());
    }
}
