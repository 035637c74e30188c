package vn.nhain.simulators.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.instance.nhain.ProblemFile;
import vn.nhain.simulators.order.Backlog;
import vn.nhain.simulators.order.DemoPlant;
import vn.nhain.simulators.order.OrderGenerator;

class BacklogFileTest {
    @TempDir
    Path folder;

    @Test
    void fileHoldsThePlantItsOrdersAndItsStock() throws Exception {
        ScheduleRequest read = ProblemFile.read(BacklogFile.write(folder, 7, 30));
        Backlog backlog = new OrderGenerator(7).generate(DemoPlant.load(), read.origin(), 30);
        assertEquals(backlog.orders(), read.orders());
        assertEquals(backlog.stock(), read.stock());
        assertEquals(DemoPlant.load(), read.plant());
    }

    @Test
    void sameSeedGivesTheSameFile() throws Exception {
        byte[] first = Files.readAllBytes(BacklogFile.write(folder, 7, 30));
        assertArrayEquals(first, Files.readAllBytes(BacklogFile.write(folder.resolve("again"), 7, 30)));
    }
}
