package vn.nhain.edge.source.mqtt;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhain.edge._support.Eventually;
import vn.nhain.edge._support.FreePort;
import vn.nhain.edge._support.TestCertificates;
import vn.nhain.edge._support.TestMosquitto;
import vn.nhain.edge.broker.BrokerLink;
import vn.nhain.edge.broker.BrokerSettings;
import vn.nhain.edge.broker.BrokerUser;
import vn.nhain.edge.broker.SessionPlan;
import vn.nhain.edge.broker.TlsFiles;
import vn.nhain.edge.connection.ConnectionState;
import vn.nhain.edge.connection.TaskRunner;
import vn.nhain.edge.source.TelemetrySource;
import vn.nhain.edge.source.TelemetrySourceContract;

/** The contract against Mosquitto over TLS, which asks for a client certificate, a user and a password. */
class MosquittoSourceIT extends TelemetrySourceContract {
    private final int port = FreePort.find();
    private final String url = "ssl://127.0.0.1:" + port;
    private TestCertificates certificates;
    private Path passwords;
    private @Nullable TestMosquitto broker;
    private @Nullable TaskRunner runner;
    private @Nullable BrokerLink machine;

    @BeforeEach
    void prepare() throws Exception {
        TestMosquitto.needed();
        certificates = new TestCertificates(folder.resolve("tls"));
        var unused = certificates.issue("server");
        passwords = TestMosquitto.passwords(folder, "agent", "s3cret");
    }

    private TlsFiles own(String name) throws Exception {
        return new TlsFiles(certificates.ca(), certificates.issue(name), certificates.key(name));
    }

    private BrokerSettings settings(String clientId, String password, TlsFiles tls) {
        return new BrokerSettings(
                url,
                clientId,
                "agent",
                password,
                tls,
                Duration.ofSeconds(5),
                Duration.ofMillis(50),
                Duration.ofMillis(300));
    }

    private TelemetrySource source(BrokerSettings settings) {
        return new MqttSource(
                List.of(new MqttMachine(MACHINE, "nhain/hcm1/M1")), settings, Clock.systemUTC(), new Random(1));
    }

    @Override
    protected TelemetrySource source() throws Exception {
        return source(settings("edge", "s3cret", own("edge")));
    }

    @Override
    protected void appear() throws Exception {
        broker = TestMosquitto.start(folder.resolve("mosquitto"), port, """
                allow_anonymous false
                password_file %s
                cafile %s
                certfile %s
                keyfile %s
                require_certificate true
                """.formatted(
                        passwords, certificates.ca(), folder.resolve("tls/server.pem"), certificates.key("server")));
        runner = new TaskRunner("test-machine", 1);
        BrokerLink link = new BrokerLink(
                settings("machine", "s3cret", own("machine")), new Nobody(), runner, Clock.systemUTC(), new Random(2));
        link.start();
        Eventually.holds("the machine is connected", () -> link.session() != null);
        machine = link;
    }

    @Override
    protected void vanish() throws Exception {
        close();
    }

    @AfterEach
    void close() throws Exception {
        if (machine != null) {
            machine.close();
        }
        if (runner != null) {
            runner.close();
        }
        if (broker != null) {
            broker.close();
        }
        machine = null;
        broker = null;
    }

    @Override
    protected void send(double count, Instant time) {
        BrokerLink.Session session = machine == null ? null : machine.session();
        if (session != null) {
            String json = "{\"ts\":\"%s\",\"values\":{\"count.good\":%s}}".formatted(time, count);
            session.publish("nhain/hcm1/M1/telemetry", json.getBytes(StandardCharsets.UTF_8), 1);
        }
    }

    private static String reason(TelemetrySource source) throws InterruptedException {
        source.start(new Notebook());
        Eventually.holds(
                "it is refused: " + source.status(),
                () -> source.status().get(0).state() instanceof ConnectionState.Waiting waiting
                        && waiting.attempt() > 0);
        return ((ConnectionState.Waiting) source.status().get(0).state()).reason();
    }

    @Test
    void aWrongPasswordOrAForeignAuthorityIsSaidInWordsAndTriedAgain() throws Exception {
        appear();
        try (TelemetrySource wrong = source(settings("edge", "wrong", own("edge")))) {
            assertTrue(reason(wrong).toLowerCase(Locale.ROOT).contains("not authorized"), reason(wrong));
        }
        TestCertificates others = new TestCertificates(folder.resolve("others"));
        TlsFiles foreign = new TlsFiles(others.ca(), others.issue("edge"), others.key("edge"));
        try (TelemetrySource wrong = source(settings("edge", "s3cret", foreign))) {
            String said = reason(wrong);
            assertTrue(said.contains("is not trusted"), said);
        }
    }

    @Test
    void withoutACertificateOfItsOwnTheAgentIsNotLetIn() throws Exception {
        appear();
        TlsFiles none = new TlsFiles(certificates.ca(), Path.of(""), Path.of(""));
        try (TelemetrySource wrong = source(settings("edge", "s3cret", none))) {
            assertFalse(reason(wrong).isEmpty());
        }
    }

    private static final class Nobody implements BrokerUser {
        @Override
        public SessionPlan plan() {
            return SessionPlan.visit();
        }

        @Override
        public void onConnected(BrokerLink.Session session) {}

        @Override
        public void onDisconnected() {}

        @Override
        public void onMessage(BrokerLink.Session session, String topic, byte[] payload, int messageId, int qos) {}
    }
}
