package vn.nhain.dashboard.database;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.dashboard._support.SmallPlant;
import vn.nhain.dashboard.config.DatabaseConfig;
import vn.nhain.dashboard.order.store.JdbiOrderRepository;
import vn.nhain.dashboard.problem.StartupException;

/** The business store in an H2 file. */
class H2StoreTest extends BusinessStoreContract {
    @TempDir
    Path folder;

    @Override
    Database open() {
        return Database.open(DatabaseConfig.file(folder));
    }

    @Test
    void ordersAreThereAfterARestart() {
        Path other = folder.resolve("other");
        try (Database first = Database.open(DatabaseConfig.file(other))) {
            new JdbiOrderRepository(first.jdbi()).addOrders(List.of(SmallPlant.order("A", 4)));
        }
        try (Database second = Database.open(DatabaseConfig.file(other))) {
            assertEquals(1, new JdbiOrderRepository(second.jdbi()).countOrders());
        }
    }

    @Test
    void aDamagedFileIsRefusedAndLeftAsItIs() throws Exception {
        Path other = folder.resolve("damaged");
        Files.createDirectories(other);
        byte[] rubbish = "this is no database, but somebody may still want it".getBytes(StandardCharsets.UTF_8);
        Path file = other.resolve("nhain.mv.db");
        Files.write(file, rubbish);

        StartupException refused =
                assertThrows(StartupException.class, () -> Database.open(DatabaseConfig.file(other)));

        assertTrue(String.valueOf(refused.getMessage()).contains("restore a backup"), refused.getMessage());
        assertArrayEquals(rubbish, Files.readAllBytes(file));
    }
}
