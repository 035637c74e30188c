package vn.nhain.edge.faults;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vn.nhain.edge._support.FreePort;
import vn.nhain.edge._support.TestStore;

/** QuestDB with the tables and settings of the dashboard, in a process of its own so that it can be killed. */
final class QuestDbProcess implements StoreProcess {
    private final Path folder;
    private final int port = FreePort.find();
    private Process process;
    private BufferedReader out;
    private BufferedWriter in;

    private QuestDbProcess(Path folder) throws IOException {
        this.folder = folder;
        restart();
    }

    static QuestDbProcess start(Path folder) throws IOException {
        return new QuestDbProcess(folder);
    }

    /** The process: folder and port. Each line that it reads names a file that it fills with its rows. */
    @SuppressWarnings("SystemOut") // how it says that it is done
    public static void main(String[] args) throws Exception {
        try (TestStore store = TestStore.start(Path.of(args[0]), Integer.parseInt(args[1]));
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println("ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Files.write(Path.of(line), store.dump());
                System.out.println("ready");
            }
        }
    }

    @Override
    public void restart() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        QuestDbProcess.class.getName(),
                        folder.resolve("questdb").toString(),
                        Integer.toString(port))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("questdb.log").toFile()))
                .start();
        out = process.inputReader(StandardCharsets.UTF_8);
        in = process.outputWriter(StandardCharsets.UTF_8);
        awaitReady();
    }

    private void awaitReady() throws IOException {
        String line = out.readLine();
        while (line != null && !line.equals("ready")) {
            line = out.readLine();
        }
        if (line == null) {
            throw new IOException("QuestDB has ended, see " + folder.resolve("questdb.log"));
        }
    }

    @Override
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public String keys() {
        return "";
    }

    @Override
    public void kill() {
        process.destroyForcibly().onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }

    @Override
    public List<String> dump() throws IOException {
        Path file = folder.resolve("rows.lp");
        in.write(file.toString());
        in.newLine();
        in.flush();
        awaitReady();
        return Files.readAllLines(file);
    }

    @Override
    public void close() {
        kill();
    }
}
