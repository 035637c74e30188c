package vn.nhain.dashboard.configure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import vn.nhain.dashboard._support.GreedyScheduler;
import vn.nhain.dashboard._support.SmallPlant;
import vn.nhain.dashboard.config.DashboardConfig;
import vn.nhain.dashboard.config.DatabaseConfig;
import vn.nhain.dashboard.config.MqttConfig;
import vn.nhain.dashboard.config.WebConfig;
import vn.nhain.dashboard.demo.DemoControls;

/** The real thing on a free port, without a broker unless asked for, its files in a folder that goes with it. */
final class RunningDashboard implements AutoCloseable {
    private final Path folder;
    private final Dashboard dashboard;
    private final GreedyScheduler scheduler;

    private RunningDashboard(Path folder, Dashboard dashboard, GreedyScheduler scheduler) {
        this.folder = folder;
        this.dashboard = dashboard;
        this.scheduler = scheduler;
    }

    static RunningDashboard start() {
        return start(c -> c, Clock.fixed(SmallPlant.START, ZoneOffset.UTC), Optional.empty());
    }

    static RunningDashboard start(
            UnaryOperator<DashboardConfig> change, Clock plantClock, Optional<DemoControls> controls) {
        try {
            Path folder = Files.createTempDirectory("nhain-dashboard-test-");
            DashboardConfig config = DashboardConfig.embedded(folder)
                    .withWeb(WebConfig.defaults().at("127.0.0.1", 0))
                    .withDatabase(DatabaseConfig.memory(UUID.randomUUID().toString()))
                    .withMqtt(MqttConfig.defaults().at(""));
            GreedyScheduler scheduler = new GreedyScheduler();
            return new RunningDashboard(
                    folder,
                    Dashboard.start(change.apply(config), SmallPlant.plant(), plantClock, scheduler, controls),
                    scheduler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Dashboard dashboard() {
        return dashboard;
    }

    GreedyScheduler scheduler() {
        return scheduler;
    }

    int port() {
        return dashboard.port();
    }

    @Override
    public void close() {
        dashboard.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
