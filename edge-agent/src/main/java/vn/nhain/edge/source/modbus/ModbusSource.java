package vn.nhain.edge.source.modbus;

import com.digitalpetri.modbus.client.ModbusTcpClient;
import com.digitalpetri.modbus.exceptions.ModbusException;
import com.digitalpetri.modbus.exceptions.ModbusResponseException;
import com.digitalpetri.modbus.exceptions.ModbusTimeoutException;
import com.digitalpetri.modbus.pdu.ReadCoilsRequest;
import com.digitalpetri.modbus.pdu.ReadDiscreteInputsRequest;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersRequest;
import com.digitalpetri.modbus.pdu.ReadInputRegistersRequest;
import com.digitalpetri.modbus.tcp.client.NettyTcpClientTransport;
import io.netty.channel.ChannelOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.edge.connection.Backoff;
import vn.nhain.edge.connection.ConnectionState;
import vn.nhain.edge.connection.TaskRunner;
import vn.nhain.edge.source.SourceListener;
import vn.nhain.edge.source.SourceStatus;
import vn.nhain.edge.source.SourceValue;
import vn.nhain.edge.source.TelemetrySource;
import vn.nhain.plant.reading.ReadingQuality;

/**
 * Polls one box. Boxes have no clock: a value's time is that of its arrival. An address that the box refuses or
 * does not answer is counted and asked again at each poll while the others go on; no answer at all ends the connection, and
 * a new one begins after a pause.
 * All that blocks runs on one thread of its own.
 */
final class ModbusSource implements TelemetrySource {
    private static final Logger log = LoggerFactory.getLogger(ModbusSource.class);

    private final ModbusMachine machine;
    private final Clock wallClock;
    private final Backoff backoff;
    private final TaskRunner runner;
    private final AtomicLong messages = new AtomicLong();

    private volatile ConnectionState state;
    private volatile int refused;
    private volatile boolean closed;
    private volatile @Nullable SourceListener listener;
    /** Valid for one connection; used by the runner's thread, and by {@link #close}. */
    private volatile @Nullable ModbusTcpClient client;

    ModbusSource(ModbusMachine machine, Clock wallClock, RandomGenerator random) {
        this.machine = machine;
        this.wallClock = wallClock;
        this.backoff = new Backoff(machine.firstPause(), machine.longestPause(), random);
        this.runner = new TaskRunner("edge-modbus-" + machine.machineId(), 1);
        this.state = new ConnectionState.Waiting(wallClock.instant(), 0, "not started");
    }

    @Override
    public Set<String> machineIds() {
        return Set.of(machine.machineId());
    }

    @Override
    public void start(SourceListener listener) {
        this.listener = listener;
        runner.run(this::connect);
    }

    private void connect() {
        if (closed) {
            return;
        }
        state = new ConnectionState.Connecting(wallClock.instant(), backoff.attempts() + 1);
        ModbusTcpClient fresh = ModbusTcpClient.create(
                NettyTcpClientTransport.create(transport -> transport
                        .setHostname(machine.host())
                        .setPort(machine.port())
                        .setConnectTimeout(machine.timeout())
                        .setConnectPersistent(false)
                        .setBootstrapCustomizer(bootstrap -> bootstrap.option(ChannelOption.TCP_NODELAY, true))),
                client -> client.setRequestTimeout(machine.timeout()));
        client = fresh;
        try {
            fresh.connect();
            // the first poll says whether the unit answers, not only its socket
            poll(fresh);
            state = new ConnectionState.Connected(wallClock.instant());
            backoff.reset();
            log.info("{} connected to {}:{}", machine.machineId(), machine.host(), machine.port());
            runner.after(machine.interval(), () -> pollAgain(fresh));
        } catch (ModbusException | RuntimeException e) {
            startOver(reason(e));
        }
    }

    private void pollAgain(ModbusTcpClient current) {
        if (closed || current != client) {
            return;
        }
        try {
            poll(current);
            runner.after(machine.interval(), () -> pollAgain(current));
        } catch (ModbusException | RuntimeException e) {
            startOver(reason(e));
        }
    }

    private void poll(ModbusTcpClient from) throws ModbusException {
        SourceListener target = listener;
        List<SourceValue> values = new ArrayList<>(machine.items().size());
        int bad = 0;
        ModbusTimeoutException silent = null;
        for (ModbusItem item : machine.items()) {
            try {
                Object value = item.mapping().apply(read(from, item));
                values.add(new SourceValue(machine.machineId(), item.metric(), value, ReadingQuality.GOOD, null));
            } catch (ModbusResponseException e) {
                bad++;
                log.debug("{} refuses {} at {}", machine.machineId(), item.table(), item.address(), e);
            } catch (ModbusTimeoutException e) {
                // some boxes say nothing to an address that they do not have
                bad++;
                silent = e;
            }
        }
        if (silent != null && values.isEmpty()) {
            throw silent;
        }
        refused = bad;
        messages.incrementAndGet();
        if (target != null) {
            deliver(target, values);
        }
    }

    private synchronized void deliver(SourceListener target, List<SourceValue> values) {
        if (closed) {
            return;
        }
        if (values.isEmpty()) {
            target.onAlive(machine.machineId());
        } else {
            target.onValues(values, () -> {});
        }
    }

    private Object read(ModbusTcpClient from, ModbusItem item) throws ModbusException {
        int unit = machine.unit();
        int address = item.address();
        int registers = item.type().registers;
        return switch (item.table()) {
            case HOLDING ->
                item.type()
                        .decode(from.readHoldingRegisters(unit, new ReadHoldingRegistersRequest(address, registers))
                                .registers());
            case INPUT ->
                item.type()
                        .decode(from.readInputRegisters(unit, new ReadInputRegistersRequest(address, registers))
                                .registers());
            case COIL ->
                bit(from.readCoils(unit, new ReadCoilsRequest(address, 1)).coils());
            case DISCRETE ->
                bit(from.readDiscreteInputs(unit, new ReadDiscreteInputsRequest(address, 1))
                        .inputs());
        };
    }

    private static double bit(byte[] bits) {
        if (bits.length == 0) {
            throw new IllegalArgumentException("no bit came where one was asked for");
        }
        return bits[0] & 1;
    }

    private void startOver(String reason) {
        drop();
        if (closed) {
            return;
        }
        Duration pause = backoff.next();
        if (backoff.attempts() == 1) {
            log.warn("{} is not connected: {}; trying again", machine.machineId(), reason);
        }
        state = new ConnectionState.Waiting(wallClock.instant(), backoff.attempts(), reason);
        runner.after(pause, this::connect);
    }

    private void drop() {
        ModbusTcpClient old = client;
        client = null;
        if (old != null) {
            // in the background: a box that is gone does not answer
            var unused = old.disconnectAsync();
        }
    }

    private static String reason(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null ? "no answer (%s)".formatted(cause.getClass().getSimpleName()) : message;
    }

    @Override
    public List<SourceStatus> status() {
        return List.of(new SourceStatus(
                "modbus " + machine.machineId(), state, machine.items().size(), refused, messages.get(), 0));
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        runner.close();
        drop();
        state = new ConnectionState.Closed(wallClock.instant());
    }
}
