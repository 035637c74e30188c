package vn.nhain.simulators.opcua;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.nodes.factories.NodeFactory;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.plant.machine.Machine;
import vn.nhain.simulators.press.Snapshot;
import vn.nhain.simulators.station.ChangeFilter;
import vn.nhain.simulators.station.Endpoint;
import vn.nhain.simulators.station.JobPort;

/** A simulated press as an OPC UA server. Threads and timers are shared by all servers of the process. */
public final class PressServer implements Endpoint {
    private static final Logger log = LoggerFactory.getLogger(PressServer.class);
    private static final long TIMEOUT_SECONDS = 30;

    private final Machine machine;
    private final ServerSecurity security;
    private final ChangeFilter filter = new ChangeFilter();
    private @Nullable Open open;
    private long emitted;

    /** What exists while the server is on the network. */
    private record Open(OpcUaServer server, PressNamespace namespace, ServerIdentity identity) {}

    /**
     * A server that is not started.
     *
     * @param machine a press whose connection address is {@code opc.tcp://host:port/path}
     * @param security which endpoints it offers
     */
    public PressServer(Machine machine, ServerSecurity security) {
        this.machine = machine;
        this.security = security;
    }

    @Override
    public void open(JobPort jobs) throws IOException {
        URI address = URI.create(machine.connection().address());
        ServerIdentity identity =
                ServerIdentity.of(machine.id(), ServerFactory.applicationUri(machine), address.getHost(), security);
        OpcUaServer server = ServerFactory.create(machine, address, identity);
        PressNamespace namespace = new PressNamespace(server, machine, jobs);
        Open opening = new Open(server, namespace, identity);
        forgetTypes();
        namespace.startup();
        try {
            server.startup().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The start of press %s was interrupted.".formatted(machine.id()), e);
        } catch (ExecutionException | TimeoutException e) {
            shutDown(opening);
            throw new IOException(
                    "Press %s cannot listen at %s. Maybe the port is in use: choose another in the plant file."
                            .formatted(machine.id(), address),
                    e);
        }
        filter.forget();
        open = opening;
        log.debug("press {} listens at {}", machine.id(), address);
    }

    @Override
    public void publish(Snapshot snapshot, boolean slowToo) {
        if (open == null) {
            return;
        }
        Map<String, Object> values = new LinkedHashMap<>(slowToo ? snapshot.all() : snapshot.quick());
        MachineryStates states = MachineryStates.of(snapshot);
        values.put(NodePlan.ITEM_STATE, states.itemState());
        values.put(NodePlan.OPERATION_MODE, states.operationMode());
        values.put(NodePlan.JOB_PHASE, snapshot.phase());
        Map<String, Object> changed = filter.changed(values);
        open.namespace().set(changed, new DateTime(snapshot.at()));
        filter.accept(changed);
        emitted += changed.size();
    }

    @Override
    public void close() {
        Open closing = open;
        open = null;
        if (closing != null) {
            shutDown(closing);
            forgetTypes();
        }
    }

    private void shutDown(Open closing) {
        try {
            closing.server().shutdown().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            closing.namespace().shutdown();
            closing.identity().close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | IOException e) {
            log.warn("press {} did not stop cleanly", machine.id(), e);
        }
    }

    /**
     * Milo caches the structure of types for all servers of a process. A session that ends while its server is closed can
     * leave half a structure there, and every later session of every server would fail to be listed.
     */
    private static void forgetTypes() {
        NodeFactory.invalidateCachedIdh(NodeIds.SessionDiagnosticsObjectType);
    }

    @Override
    public long emitted() {
        return emitted;
    }
}
