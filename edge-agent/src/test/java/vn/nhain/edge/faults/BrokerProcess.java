package vn.nhain.edge.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import vn.nhain.edge._support.Eventually;
import vn.nhain.edge._support.FreePort;
import vn.nhain.edge._support.TestBroker;

/** The tests' broker as a process that can be killed. It keeps nothing on disk: what it had is gone with it. */
final class BrokerProcess implements AutoCloseable {
    private final Path folder;
    private final int port = FreePort.find();
    private Process process;
    private int starts;

    BrokerProcess(Path folder) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        this.process = launch();
    }

    /** The process: folder and port. */
    public static void main(String[] args) throws Exception {
        TestBroker.start(Path.of(args[0]), Integer.parseInt(args[1]));
    }

    private Process launch() throws IOException, InterruptedException {
        starts++;
        Process launched = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerProcess.class.getName(),
                        folder.resolve("run" + starts).toString(),
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("broker.log").toFile())
                .start();
        Eventually.holds("the broker listens", Duration.ofMinutes(2), () -> {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return true;
        });
        return launched;
    }

    int port() {
        return port;
    }

    String url() {
        return "tcp://127.0.0.1:" + port;
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly().onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }

    void restart() throws IOException, InterruptedException {
        process = launch();
    }

    @Override
    public void close() {
        kill();
    }
}
