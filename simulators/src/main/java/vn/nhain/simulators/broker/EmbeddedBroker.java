package vn.nhain.simulators.broker;

import com.hivemq.embedded.EmbeddedHiveMQ;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An MQTT broker in this process, on loopback. It keeps nothing on disk: whoever speaks through it keeps its own messages
 * until they are acknowledged, and state that must survive is published again on every connect.
 *
 * <p>Its queues hold a million messages a client, because the default of a thousand drops QoS 1 messages of a slow
 * subscriber without a word.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final long START_SECONDS = 60;

    private final EmbeddedHiveMQ hivemq;
    private final URI address;

    private EmbeddedBroker(EmbeddedHiveMQ hivemq, URI address) {
        this.hivemq = hivemq;
        this.address = address;
    }

    /**
     * Starts a broker and waits until it listens.
     *
     * @param folder where it may write its configuration; made when missing
     * @param port TCP port on 127.0.0.1
     * @throws IOException when it cannot write to the folder or does not start, as when the port is in use
     */
    public static EmbeddedBroker start(Path folder, int port) throws IOException {
        Path conf = Files.createDirectories(folder.resolve("conf"));
        Path data = Files.createDirectories(folder.resolve("data"));
        Path extensions = Files.createDirectories(folder.resolve("extensions"));
        Files.writeString(conf.resolve("config.xml"), configuration(port));

        EmbeddedHiveMQ hivemq = EmbeddedHiveMQ.builder()
                .withConfigurationFolder(conf)
                .withDataFolder(data)
                .withExtensionsFolder(extensions)
                .withoutLoggingBootstrap()
                .build();
        try {
            hivemq.start().get(START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The start of the MQTT broker was interrupted.", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(
                    "The MQTT broker did not start on port %d of 127.0.0.1. Maybe the port is in use: choose another."
                            .formatted(port),
                    e);
        }
        log.info("MQTT broker listens on 127.0.0.1:{}", port);
        return new EmbeddedBroker(hivemq, URI.create("tcp://127.0.0.1:" + port));
    }

    /** Where clients connect, such as {@code tcp://127.0.0.1:1883}. */
    public URI address() {
        return address;
    }

    @Override
    public void close() {
        try {
            hivemq.stop().get(START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.warn("MQTT broker did not stop cleanly", e);
        }
    }

    private static String configuration(int port) throws IOException {
        try (InputStream template = EmbeddedBroker.class.getResourceAsStream("broker.xml")) {
            if (template == null) {
                throw new IllegalStateException("broker.xml is missing from the class path.");
            }
            return new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@PORT@", Integer.toString(port));
        }
    }
}
