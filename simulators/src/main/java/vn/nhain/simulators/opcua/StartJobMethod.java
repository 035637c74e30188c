package vn.nhain.simulators.opcua;

import org.eclipse.milo.opcua.sdk.core.ValueRanks;
import org.eclipse.milo.opcua.sdk.server.methods.AbstractMethodInvocationHandler;
import org.eclipse.milo.opcua.sdk.server.nodes.UaMethodNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.structured.Argument;
import vn.nhain.simulators.station.JobPort;
import vn.nhain.simulators.wire.Commands;

/** The method by which a press is sent a job: JSON in, JSON out. */
final class StartJobMethod extends AbstractMethodInvocationHandler {
    private final JobPort jobs;

    StartJobMethod(UaMethodNode node, JobPort jobs) {
        super(node);
        this.jobs = jobs;
    }

    @Override
    public Argument[] getInputArguments() {
        return new Argument[] {text("job", "JSON of JobStart")};
    }

    @Override
    public Argument[] getOutputArguments() {
        return new Argument[] {text("acknowledgement", "JSON of JobAcknowledgement")};
    }

    @Override
    protected Variant[] invoke(InvocationContext context, Variant[] inputs) {
        String json = String.valueOf(inputs[0].getValue());
        return new Variant[] {Variant.of(Commands.start(json, jobs::start))};
    }

    private static Argument text(String name, String description) {
        return new Argument(name, NodeIds.String, ValueRanks.Scalar, null, LocalizedText.english(description));
    }
}
