package vn.nhain.simulators.opcua;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.sdk.client.DiscoveryClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodResult;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.plant.command.JobAcknowledgement;
import vn.nhain.plant.machine.Machine;
import vn.nhain.simulators._support.ManualClock;
import vn.nhain.simulators._support.TestPlant;
import vn.nhain.simulators.press.MachineSetting;
import vn.nhain.simulators.press.SimulatedMachine;
import vn.nhain.simulators.press.Temper;
import vn.nhain.simulators.station.MemoryFile;
import vn.nhain.simulators.station.Pace;
import vn.nhain.simulators.station.Station;
import vn.nhain.simulators.wire.Json;

/** A press as a client of another make sees it: by namespace URI and node ids, never through our own classes. */
final class PressServerIT {
    private static final String NAMESPACE = "http://nhain.vn/UA/PrintPress/";

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock(TestPlant.MORNING);
    private Machine press;
    private Station station;
    private OpcUaClient client;

    @BeforeEach
    void start() throws Exception {
        press = TestPlant.press("OF1", TestPlant.freeAddress("OF1"), TestPlant.ALWAYS);
        MachineSetting setting = MachineSetting.of(TestPlant.of(press), press, Temper.ORDINARY, 1);
        SimulatedMachine model = SimulatedMachine.installed(setting, clock.instant());
        PressServer server = new PressServer(press, ServerSecurity.open());
        station = new Station("OF1", model, server, new MemoryFile(folder, "OF1"), clock, new Pace(1, 1, 1));
        station.powerOn();
        client = OpcUaClient.create(press.connection().address());
        client.connect();
    }

    @AfterEach
    void stop() throws Exception {
        client.disconnect();
        station.powerOff();
    }

    @Test
    void countersGrowOnceAJobWasCalled() throws Exception {
        assertEquals("", call(Json.write(TestPlant.job("c1", press, 2000))).message());
        live(30 * 60);
        assertEquals("Setup", read("OF1/MachineryOperationMode"));
        assertEquals("O1/c1", read("OF1/job"));
        double before = number("OF1/count.good");
        live(90 * 60);
        assertTrue(number("OF1/count.good") > before, "good sheets grow");
        assertTrue(number("OF1/count.waste") > 0, "a makeready costs sheets");
    }

    @Test
    void sourceTimeIsPlantTimeAndServerTimeIsWallTime() throws Exception {
        live(60);
        DataValue value = client.readValue(0, TimestampsToReturn.Both, node("OF1/energy"));
        Instant source =
                Optional.ofNullable(value.getSourceTime()).orElseThrow().getJavaInstant();
        Instant server =
                Optional.ofNullable(value.getServerTime()).orElseThrow().getJavaInstant();
        assertEquals(TestPlant.MORNING.plusSeconds(60), source);
        assertFalse(server.equals(source));
    }

    @Test
    void theSameCommandTwiceStartsOneJob() throws Exception {
        String command = Json.write(TestPlant.job("c1", press, 500));
        assertTrue(call(command).accepted());
        assertTrue(call(command).accepted());
        JobAcknowledgement other = call(Json.write(TestPlant.job("c2", press, 500)));
        assertFalse(other.accepted());
        assertTrue(other.message().contains("busy with job O1/c1"), other.message());
    }

    @Test
    void aCommandThatCannotBeReadIsRefusedByNameOfTheField() throws Exception {
        JobAcknowledgement answer = call("{\"commandId\":\"c1\"}");
        assertFalse(answer.accepted());
        assertTrue(answer.message().contains("machineId"), answer.message());
    }

    /**
     * What a subscriber receives is what was emitted, to the unit: nothing is lost between two samples. A client that takes
     * a publish response for lost asks for it again, so readings are counted by their key, metric and source time.
     */
    @Test
    void aSubscriberReceivesEveryValueThatWasEmitted() throws Exception {
        live(1);
        Set<String> received = ConcurrentHashMap.newKeySet();
        OpcUaSubscription subscription = new OpcUaSubscription(client, 50);
        subscription.create();
        long nodes = station.status().emitted();
        for (NodePlan plan : NodePlan.of(press)) {
            OpcUaMonitoredItem item = OpcUaMonitoredItem.newDataItem(node("OF1/" + plan.name()));
            item.setSamplingInterval(1000);
            item.setQueueSize(uint(1000));
            item.setDataValueListener((source, value) -> received.add(plan.name() + " " + value.getSourceTime()));
            subscription.addMonitoredItem(item);
        }
        subscription.synchronizeMonitoredItems();
        awaitSize(received, nodes);

        long before = station.status().emitted();
        call(Json.write(TestPlant.job("c1", press, 1000)));
        for (int i = 0; i < 200; i++) {
            live(60);
        }
        long emitted = station.status().emitted() - before;
        awaitSize(received, emitted + nodes);
        assertEquals(emitted + nodes, received.size());
        assertTrue(emitted > 2000, () -> "emitted: " + emitted);
    }

    private static void awaitSize(Set<String> received, long size) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (received.size() < size && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Test
    void aPressThatWasUnpluggedComesBackOnTheSamePort() throws Exception {
        station.powerOff();
        station.powerOn();
        OpcUaClient again = OpcUaClient.create(press.connection().address());
        again.connect();
        assertTrue(again.getNamespaceTable().getIndex(NAMESPACE) != null);
        again.disconnect();
    }

    @Test
    void aSecuredPressKeepsItsCertificateOverARestart() throws Exception {
        Machine secured = TestPlant.press("UV1", TestPlant.freeAddress("UV1"), TestPlant.ALWAYS);
        byte[] first = certificateOf(secured);
        assertTrue(first.length > 0);
        assertArrayEquals(first, certificateOf(secured));
    }

    /** A client is turned away until somebody has moved its certificate to the trusted ones; then it speaks encrypted. */
    @Test
    void aSecuredPressLetsInTrustedClientsOnly() throws Exception {
        Machine secured = TestPlant.press("UV1", TestPlant.freeAddress("UV1"), TestPlant.ALWAYS);
        PressServer server = new PressServer(secured, ServerSecurity.secured(folder));
        server.open(command -> new JobAcknowledgement(command.commandId(), false, ""));
        try {
            KeyPair keys = SelfSignedCertificateGenerator.generateRsaKeyPair(2048);
            X509Certificate certificate = new SelfSignedCertificateBuilder(keys)
                    .setCommonName("test client")
                    .setApplicationUri("urn:test:client")
                    .build();
            OpcUaClient stranger = securedClient(secured, keys, certificate);
            assertThrows(UaException.class, stranger::connect);

            Files.write(folder.resolve("UV1/trusted/certs/client.der"), certificate.getEncoded());
            OpcUaClient trusted = connectWithin20Seconds(secured, keys, certificate);
            assertTrue(trusted.getNamespaceTable().getIndex(NAMESPACE) != null);
            trusted.disconnect();
            for (SecurityPolicy policy :
                    List.of(SecurityPolicy.Aes128_Sha256_RsaOaep, SecurityPolicy.Aes256_Sha256_RsaPss)) {
                securedClient(secured, keys, certificate, policy).connect().disconnect();
            }
        } finally {
            server.close();
        }
    }

    /** The folder of trusted certificates is watched by the operating system, which takes its time. */
    private static OpcUaClient connectWithin20Seconds(Machine press, KeyPair keys, X509Certificate certificate)
            throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            OpcUaClient client = securedClient(press, keys, certificate);
            try {
                client.connect();
                return client;
            } catch (UaException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }

    private static OpcUaClient securedClient(Machine press, KeyPair keys, X509Certificate certificate)
            throws Exception {
        return securedClient(press, keys, certificate, SecurityPolicy.Basic256Sha256);
    }

    private static OpcUaClient securedClient(
            Machine press, KeyPair keys, X509Certificate certificate, SecurityPolicy policy) throws Exception {
        return OpcUaClient.create(
                press.connection().address(),
                endpoints -> endpoints.stream()
                        .filter(e -> policy.getUri().equals(e.getSecurityPolicyUri()))
                        .findFirst(),
                transport -> {},
                config -> config.setApplicationUri("urn:test:client")
                        .setKeyPair(keys)
                        .setCertificate(certificate)
                        .setCertificateChain(new X509Certificate[] {certificate}));
    }

    private byte[] certificateOf(Machine machine) throws Exception {
        PressServer server = new PressServer(machine, ServerSecurity.secured(folder));
        server.open(command -> new JobAcknowledgement(command.commandId(), false, ""));
        try {
            return DiscoveryClient.getEndpoints(machine.connection().address()).get().stream()
                    .filter(e -> SecurityPolicy.Basic256Sha256.getUri().equals(e.getSecurityPolicyUri()))
                    .findFirst()
                    .map(e -> Optional.ofNullable(e.getServerCertificate())
                            .orElseThrow()
                            .bytesOrEmpty())
                    .orElseThrow();
        } finally {
            server.close();
        }
    }

    private void live(long seconds) {
        clock.advanceSeconds(seconds);
        station.tick();
    }

    private JobAcknowledgement call(String json) throws Exception {
        CallMethodRequest request =
                new CallMethodRequest(node("OF1"), node("OF1/StartJob"), new Variant[] {Variant.of(json)});
        CallMethodResult result = client.call(List.of(request)).getResults()[0];
        Variant[] outputs = Optional.ofNullable(result.getOutputArguments()).orElseThrow();
        return Json.read(String.valueOf(outputs[0].getValue()), JobAcknowledgement.class);
    }

    private NodeId node(String id) {
        return new NodeId(
                Optional.ofNullable(client.getNamespaceTable().getIndex(NAMESPACE))
                        .orElseThrow(),
                id);
    }

    private Object read(String id) throws Exception {
        return String.valueOf(client.readValue(0, TimestampsToReturn.Both, node(id))
                .getValue()
                .getValue());
    }

    private double number(String id) throws Exception {
        return Double.parseDouble(String.valueOf(read(id)));
    }
}
