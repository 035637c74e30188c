package vn.nhain.simulators.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {
    @TempDir
    Path temp;

    @Test
    void aTemporaryFolderGoesWhenItIsClosed() throws Exception {
        Path path;
        try (DataFolder folder = DataFolder.open(null)) {
            path = folder.path();
            Files.writeString(folder.folder("deep").resolve("file"), "x");
        }
        assertFalse(Files.exists(path));
    }

    @Test
    void aNamedFolderStaysAndCanBeOpenedAgain() throws Exception {
        Path path = temp.resolve("data");
        try (DataFolder folder = DataFolder.open(path)) {
            Files.writeString(folder.file("kept"), "x");
        }
        try (DataFolder folder = DataFolder.open(path)) {
            assertEquals("x", Files.readString(folder.file("kept")));
        }
    }

    @Test
    void aSecondProcessIsRefusedWithTheRemedy() throws Exception {
        Path path = temp.resolve("data");
        DataFolder first = DataFolder.open(path);
        DemoException e = assertThrows(DemoException.class, () -> DataFolder.open(path));
        assertTrue(e.getMessage().contains("in use") && e.getMessage().contains("--data"), e.getMessage());
        first.close();
    }

    @Test
    void aFileIsRefused() throws Exception {
        Path file = Files.writeString(temp.resolve("file"), "x");
        DemoException e = assertThrows(DemoException.class, () -> DataFolder.open(file));
        assertTrue(e.getMessage().contains("is a file"), e.getMessage());
        assertEquals("x", Files.readString(file));
    }

    @Test
    void aFolderOfSomebodyElseIsNotTouched() throws Exception {
        Path foreign = Files.createDirectories(temp.resolve("home"));
        Files.writeString(foreign.resolve("letter.txt"), "x");
        DemoException e = assertThrows(DemoException.class, () -> DataFolder.open(foreign));
        assertTrue(e.getMessage().contains("holds other files"), e.getMessage());
    }

    @Test
    void plantTimeIsRememberedAndADamagedOneIsNamed() throws Exception {
        PlantTimeFile file = new PlantTimeFile(temp.resolve("plant-time"));
        assertEquals(Optional.empty(), file.read());
        Instant time = Instant.parse("2026-11-24T01:02:03Z");
        file.write(time);
        assertEquals(Optional.of(time), file.read());
        Files.writeString(temp.resolve("plant-time"), "half past");
        DemoException e = assertThrows(DemoException.class, file::read);
        assertTrue(e.getMessage().contains("plant-time"), e.getMessage());
    }
}
