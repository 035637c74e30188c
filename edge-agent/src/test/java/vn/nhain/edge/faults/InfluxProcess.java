package vn.nhain.edge.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.nhain.edge._support.InfluxServer;

/** The InfluxDB 1.x of the machine, with logins. */
record InfluxProcess(InfluxServer server, Path password) implements StoreProcess {
    static InfluxProcess start(Path folder) throws IOException, InterruptedException {
        InfluxServer server = InfluxServer.start(folder.resolve("influx"));
        return new InfluxProcess(server, Files.writeString(folder.resolve("password"), InfluxServer.PASSWORD));
    }

    @Override
    public URI url() {
        return server.url();
    }

    @Override
    public String keys() {
        return ", dialect: v1, database: %s, user: %s, passwordFile: %s"
                .formatted(InfluxServer.DATABASE, InfluxServer.USER, password);
    }

    @Override
    public void kill() {
        server.kill();
    }

    @Override
    public void restart() throws IOException, InterruptedException {
        server.restart();
    }

    @Override
    public List<String> dump() throws IOException, InterruptedException {
        return server.dump();
    }

    @Override
    public void close() {
        server.close();
    }
}
