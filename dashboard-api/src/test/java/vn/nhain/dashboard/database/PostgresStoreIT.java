package vn.nhain.dashboard.database;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import vn.nhain.dashboard._support.PostgresServer;
import vn.nhain.dashboard.config.DatabaseConfig;

/** The business store in PostgreSQL 15 or later; where CI is set it must be there. */
class PostgresStoreIT extends BusinessStoreContract {
    private static PostgresServer server;

    @BeforeAll
    static void startServer() throws IOException {
        Optional<Path> programs = PostgresServer.findPrograms();
        if (programs.isEmpty()) {
            String remedy = "PostgreSQL 15 or later is missing: apt-get install postgresql.";
            if ("true".equals(System.getenv("CI"))) {
                fail(remedy);
            }
            abort(remedy);
        }
        server = PostgresServer.start(programs.orElseThrow());
    }

    @AfterAll
    static void stopServer() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Override
    Database open() {
        Jdbi.create(server.url(), "nhain", "")
                .useHandle(handle -> handle.execute("drop schema public cascade; create schema public"));
        return Database.open(new DatabaseConfig(server.url(), "nhain", ""));
    }
}
