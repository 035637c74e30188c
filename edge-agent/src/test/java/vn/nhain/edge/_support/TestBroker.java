package vn.nhain.edge._support;

import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.embedded.EmbeddedHiveMQBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** HiveMQ CE in this process, with queues that drop nothing of a test. */
public final class TestBroker implements AutoCloseable {
    private static final String CONFIG = """
            <?xml version="1.0"?>
            <hivemq>
              <listeners><tcp-listener><port>%d</port><bind-address>127.0.0.1</bind-address></tcp-listener></listeners>
              <mqtt>
                <queued-messages><max-queue-size>1000000</max-queue-size></queued-messages>
                <receive-maximum><server-receive-maximum>1000</server-receive-maximum></receive-maximum>
              </mqtt>
              <anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>
              <persistence><mode>in-memory</mode></persistence>
            </hivemq>
            """;

    private final EmbeddedHiveMQ hivemq;
    private final String url;

    private TestBroker(EmbeddedHiveMQ hivemq, String url) {
        this.hivemq = hivemq;
        this.url = url;
    }

    /** Starts a broker on a free port. */
    public static TestBroker start(Path folder) throws Exception {
        return start(folder, FreePort.find());
    }

    /** Starts a broker on a free port that writes down what clients send. */
    public static TestBroker start(Path folder, PacketLog log) throws Exception {
        return start(
                folder,
                FreePort.find(),
                EmbeddedExtension.builder()
                        .withId("packet-log")
                        .withName("Packet log")
                        .withVersion("1")
                        .withPriority(0)
                        .withStartPriority(0)
                        .withExtensionMain(log)
                        .build());
    }

    /** Starts a broker on this port. */
    public static TestBroker start(Path folder, int port) throws Exception {
        return start(folder, port, null);
    }

    private static TestBroker start(Path folder, int port, @Nullable EmbeddedExtension extension) throws Exception {
        Path conf = mkdir(folder.resolve("conf"));
        Files.writeString(conf.resolve("config.xml"), CONFIG.formatted(port));
        EmbeddedHiveMQBuilder builder = EmbeddedHiveMQ.builder()
                .withConfigurationFolder(conf)
                .withDataFolder(mkdir(folder.resolve("data")))
                .withExtensionsFolder(mkdir(folder.resolve("extensions")))
                .withoutLoggingBootstrap();
        if (extension != null) {
            builder.withEmbeddedExtension(extension);
        }
        EmbeddedHiveMQ hivemq = builder.build();
        hivemq.start().get(60, TimeUnit.SECONDS);
        return new TestBroker(hivemq, "tcp://127.0.0.1:" + port);
    }

    private static Path mkdir(Path folder) throws IOException {
        return Files.createDirectories(folder);
    }

    public String url() {
        return url;
    }

    @Override
    public void close() {
        hivemq.stop().orTimeout(60, TimeUnit.SECONDS).join();
    }
}
