package vn.nhain.edge.source.modbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.digitalpetri.modbus.ExceptionCode;
import com.digitalpetri.modbus.FunctionCode;
import com.digitalpetri.modbus.exceptions.ModbusResponseException;
import com.digitalpetri.modbus.exceptions.UnknownUnitIdException;
import com.digitalpetri.modbus.pdu.ReadDiscreteInputsRequest;
import com.digitalpetri.modbus.pdu.ReadDiscreteInputsResponse;
import com.digitalpetri.modbus.pdu.ReadInputRegistersRequest;
import com.digitalpetri.modbus.pdu.ReadInputRegistersResponse;
import com.digitalpetri.modbus.server.ModbusRequestContext;
import com.digitalpetri.modbus.server.ModbusServices;
import com.digitalpetri.modbus.server.ModbusTcpServer;
import com.digitalpetri.modbus.server.ProcessImage;
import com.digitalpetri.modbus.server.ReadOnlyModbusServices;
import com.digitalpetri.modbus.tcp.server.NettyTcpServerTransport;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nhain.edge._support.Eventually;
import vn.nhain.edge._support.FreePort;
import vn.nhain.edge.connection.ConnectionState;
import vn.nhain.edge.keys.Document;
import vn.nhain.edge.source.Owner;
import vn.nhain.edge.source.SourcePlan;
import vn.nhain.edge.source.SourceStatus;
import vn.nhain.edge.source.TelemetrySource;
import vn.nhain.edge.source.TelemetrySourceContract.Notebook;

/** A counter box of the same library's server side, behind a real socket. */
class ModbusSourceIT {
    private final int port = FreePort.find();
    private final ProcessImage image = new ProcessImage();
    private @Nullable ModbusTcpServer server;

    /** Unit 7 is there, no other. It refuses input register 999, and says nothing at all to register 998. */
    private final class Box implements ModbusServices {
        private final ModbusServices memory = new ReadOnlyModbusServices() {
            @Override
            protected Optional<ProcessImage> getProcessImage(int unitId) {
                return unitId == 7 ? Optional.of(image) : Optional.empty();
            }
        };

        @Override
        public ReadInputRegistersResponse readInputRegisters(
                ModbusRequestContext context, int unitId, ReadInputRegistersRequest request)
                throws ModbusResponseException, UnknownUnitIdException {
            if (request.address() == 999) {
                throw new ModbusResponseException(
                        FunctionCode.READ_INPUT_REGISTERS, ExceptionCode.ILLEGAL_DATA_ADDRESS);
            }
            if (request.address() == 998) {
                throw new UnknownUnitIdException(unitId);
            }
            return memory.readInputRegisters(context, unitId, request);
        }

        @Override
        public ReadDiscreteInputsResponse readDiscreteInputs(
                ModbusRequestContext context, int unitId, ReadDiscreteInputsRequest request)
                throws ModbusResponseException, UnknownUnitIdException {
            return memory.readDiscreteInputs(context, unitId, request);
        }
    }

    private void appear() throws Exception {
        server = ModbusTcpServer.create(
                NettyTcpServerTransport.create(
                        transport -> transport.setBindAddress("127.0.0.1").setPort(port)),
                new Box());
        server.start();
    }

    @AfterEach
    void vanish() throws Exception {
        if (server != null) {
            server.stop();
        }
        server = null;
    }

    private void set(int address, int... registers) {
        image.with(transaction -> transaction.writeInputRegisters(map -> {
            for (int i = 0; i < registers.length; i++) {
                map.put(
                        address + i,
                        ByteBuffer.allocate(2).putShort((short) registers[i]).array());
            }
        }));
    }

    private SourcePlan plan(int unit, Map<String, ?> metrics) {
        Document document = Document.of(
                Map.of(
                        "timeout", "300ms",
                        "firstPause", "20ms",
                        "machines",
                                Map.of(
                                        "OLD1",
                                        Map.of(
                                                "host",
                                                "127.0.0.1",
                                                "port",
                                                port,
                                                "unit",
                                                unit,
                                                "interval",
                                                "10ms",
                                                "metrics",
                                                metrics))),
                Map.of());
        List<SourcePlan> plans = new ModbusType().read(document.root(), new Owner("hcm1", "edge1", Path.of("")));
        assertEquals(List.of(), document.mistakes());
        return plans.get(0);
    }

    private TelemetrySource source(int unit, Map<String, ?> metrics) {
        return plan(unit, metrics).open(Clock.systemUTC(), System::nanoTime, new Random(1));
    }

    private static boolean has(Notebook notebook, String metric, Object value) {
        return notebook.values.stream().anyMatch(v -> v.metric().equals(metric) && value.equals(v.value()));
    }

    @Test
    void registersBecomeNumbersInTheUnitOfTheirMetric() throws Exception {
        appear();
        set(0, 0xffff);
        set(10, 0x0001, 0x0002);
        set(20, 0x0002, 0x0001);
        set(30, 0xff38);
        set(40, 0x4148, 0x0000);
        image.with(transaction -> transaction.writeDiscreteInputs(map -> map.put(3, true)));
        Notebook notebook = new Notebook();
        try (TelemetrySource source = source(
                7,
                Map.of(
                        "count.good", Map.of("address", 0),
                        "count.waste", Map.of("address", 10, "type", "uint32"),
                        "energy", Map.of("address", 20, "type", "uint32_low_first", "unit", "Wh"),
                        "temperature.dryer", Map.of("address", 30, "type", "int16", "scale", 0.1),
                        "speed.actual", Map.of("address", 40, "type", "float32", "unit", "1/min"),
                        "packml.state",
                                Map.of(
                                        "table",
                                        "discrete",
                                        "address",
                                        3,
                                        "texts",
                                        Map.of("0", "Idle", "1", "Execute"))))) {
            source.start(notebook);
            Eventually.holds("a poll", () -> notebook.values.size() >= 6);
            assertTrue(has(notebook, "count.good", 65_535.0), notebook.values::toString);
            assertTrue(has(notebook, "count.waste", 65_538.0), notebook.values::toString);
            assertTrue(has(notebook, "energy", 65.538), notebook.values::toString);
            assertTrue(has(notebook, "temperature.dryer", -20.0), notebook.values::toString);
            assertTrue(has(notebook, "speed.actual", 750.0), notebook.values::toString);
            assertTrue(has(notebook, "packml.state", "Execute"), notebook.values::toString);
        }
    }

    @Test
    void countersSayWhenTheyBeginAgain() {
        assertEquals(
                Map.of("count.good", 65_536.0, "energy", 4_294_967.296),
                plan(
                                7,
                                Map.of(
                                        "count.good", Map.of("address", 0),
                                        "power", Map.of("address", 4, "type", "float32"),
                                        "energy", Map.of("address", 2, "type", "uint32", "unit", "Wh")))
                        .spanByMetric());
    }

    @Test
    void anAddressThatTheBoxRefusesIsCountedAndTheOthersAreRead() throws Exception {
        appear();
        set(0, 5);
        Notebook notebook = new Notebook();
        try (TelemetrySource source = source(
                7,
                Map.of(
                        "count.good", Map.of("address", 0),
                        "power", Map.of("address", 999),
                        "energy", Map.of("address", 998)))) {
            source.start(notebook);
            Eventually.holds("polls", () -> has(notebook, "count.good", 5.0));
            SourceStatus status = source.status().get(0);
            assertEquals(2, status.badItems());
            assertEquals(3, status.items());
            assertFalse(notebook.values.stream().anyMatch(v -> v.metric().equals("power")));
        }
    }

    @Test
    void aBoxThatComesLaterAndGoesAndComesAgainIsReadEachTime() throws Exception {
        set(0, 1);
        Notebook notebook = new Notebook();
        try (TelemetrySource source = source(7, Map.of("count.good", Map.of("address", 0)))) {
            source.start(notebook);
            Eventually.holds(
                    "it has tried",
                    () -> source.status().get(0).state() instanceof ConnectionState.Waiting waiting
                            && waiting.attempt() > 0);
            appear();
            Eventually.holds("count 1", () -> has(notebook, "count.good", 1.0));
            vanish();
            Eventually.holds(
                    "it is missed", () -> !source.status().get(0).state().isUp());
            set(0, 2);
            appear();
            Eventually.holds("count 2", () -> has(notebook, "count.good", 2.0));
        }
    }

    @Test
    void afterCloseNothingComes() throws Exception {
        appear();
        set(0, 1);
        Notebook notebook = new Notebook();
        TelemetrySource source = source(7, Map.of("count.good", Map.of("address", 0)));
        source.start(notebook);
        Eventually.holds("count 1", () -> has(notebook, "count.good", 1.0));
        source.close();
        int before = notebook.values.size();
        set(0, 9);
        Thread.sleep(50);
        assertEquals(before, notebook.values.size());
        assertTrue(source.status().get(0).state() instanceof ConnectionState.Closed);
    }
}
