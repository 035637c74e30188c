package vn.nhain.simulators.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import vn.nhain.plant.Plant;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.instance.nhain.ProblemWriter;
import vn.nhain.simulators.order.Backlog;
import vn.nhain.simulators.order.DemoPlant;
import vn.nhain.simulators.order.OrderGenerator;

/**
 * Writes the demonstration's backlog as a problem file, so that it can be solved, checked and raced without the rest. The
 * plan begins on one fixed day: the same seed and count give the same file on any day.
 */
final class BacklogFile {
    /** A Tuesday: a week with every shift and tariff of the plant lies ahead. */
    private static final LocalDateTime START = LocalDateTime.parse("2026-11-24T06:15");

    private BacklogFile() {}

    /**
     * Writes {@code backlog-ORDERS-SEED.yaml} and, in a folder of its own, the plant's file.
     *
     * @return the problem file
     */
    static Path write(Path folder, long seed, int orders) throws IOException {
        Plant plant = DemoPlant.load();
        Instant start = START.atZone(plant.zone()).toInstant();
        Backlog backlog = new OrderGenerator(seed).generate(plant, start, orders);
        Path plants = Files.createDirectories(folder.resolve("plant"));
        DemoPlant.copyTo(plants.resolve(plant.id() + ".yaml"));
        Path file = folder.resolve("backlog-%d-%d.yaml".formatted(orders, seed));
        ScheduleRequest request = ScheduleRequest.fresh(plant, backlog.orders(), backlog.stock(), start);
        ProblemWriter.write(request, "plant/%s.yaml".formatted(plant.id()), file);
        return file;
    }
}
