package vn.nhain.edge.source.opcua;

import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.edge.json.Json;
import vn.nhain.edge.source.SourceListener;
import vn.nhain.edge.source.SourceValue;
import vn.nhain.plant.command.JobStart;
import vn.nhain.plant.reading.Metrics;
import vn.nhain.plant.reading.ReadingQuality;

/** Calls the press's {@code StartJob}; its answer becomes a reading. */
final class JobCall {
    private static final Logger log = LoggerFactory.getLogger(JobCall.class);

    private final @Nullable OpcUaMachine machine;
    private final PressLink link;
    private final SourceListener answers;

    JobCall(@Nullable OpcUaMachine machine, PressLink link, SourceListener answers) {
        this.machine = machine;
        this.link = link;
        this.answers = answers;
    }

    void send(JobStart job) {
        Optional<OpcUaClient> client = link.client();
        if (machine == null || client.isEmpty()) {
            log.warn("Command {} is lost: {} is not connected", job.commandId(), job.machineId());
            return;
        }
        try {
            Object answer = call(client.get(), machine, Json.write(job));
            SourceValue value = new SourceValue(job.machineId(), Metrics.JOB_ACK, answer, ReadingQuality.GOOD, null);
            answers.onValues(List.of(value), () -> {});
        } catch (UaException | RuntimeException e) {
            // it may or may not have arrived: only a repeat with the same id can tell
            log.warn("Command {} to {} is unanswered: {}", job.commandId(), job.machineId(), e.getMessage());
        }
    }

    private static @Nullable Object call(OpcUaClient client, OpcUaMachine machine, String json) throws UaException {
        TagFinder nodes = new TagFinder(client, machine);
        CallMethodRequest request = new CallMethodRequest(
                nodes.node(machine.machineId()),
                nodes.node(machine.machineId() + "/StartJob"),
                new Variant[] {Variant.ofString(json)});
        CallMethodResult[] results = client.call(List.of(request)).getResults();
        if (results == null || results.length == 0) {
            return null;
        }
        CallMethodResult result = results[0];
        if (result.getStatusCode().isBad()) {
            throw new UaException(result.getStatusCode());
        }
        Variant[] outputs = result.getOutputArguments();
        return outputs == null || outputs.length == 0 ? null : outputs[0].getValue();
    }
}
