package vn.nhain.dashboard.configure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.nhain.dashboard.config.ConfigFile;
import vn.nhain.dashboard.config.DashboardConfig;
import vn.nhain.dashboard.problem.StartupException;
import vn.nhain.dashboard.session.Passwords;
import vn.nhain.plant.Plant;
import vn.nhain.plant.file.PlantFile;
import vn.nhain.plant.file.PlantFileException;
import vn.nhain.scheduler.configure.SchedulingServices;

/** {@code nhain dashboard}: the dashboard alone, as a plant runs it. */
@Command(
        name = "nhain dashboard",
        mixinStandardHelpOptions = true,
        description = "The dashboard alone: API, page, plans, live state, history.")
public final class Main implements Callable<Integer> {
    private static final Logger log = LoggerFactory.getLogger(Main.class);

    @Option(names = "--config", paramLabel = "FILE", description = "Configuration, YAML.")
    private @Nullable Path config;

    @Option(names = "--bind", paramLabel = "ADDRESS", description = "Address to listen on instead of web.bind.")
    private @Nullable String bind;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port to listen on instead of web.port; 0 for a free one.")
    private @Nullable Integer port;

    @Option(names = "--hash", description = "Reads a password from stdin, prints the hash for access.users, and ends.")
    private boolean hash;

    private Main() {}

    /** Runs the verb; exit 0 done, 1 failed, 2 wrong use. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (hash) {
            String password = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).strip();
            System.out.println(new Passwords().hash(password));
            return CommandLine.ExitCode.OK;
        }
        if (config == null) {
            System.err.println("--config is missing. Say which configuration to use: nhain dashboard --config FILE.");
            return CommandLine.ExitCode.USAGE;
        }
        try {
            serve(config);
            return CommandLine.ExitCode.OK;
        } catch (StartupException | PlantFileException | IllegalArgumentException | IOException e) {
            System.err.println(e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private void serve(Path file) throws IOException, PlantFileException, InterruptedException {
        ConfigFile read = ConfigFile.read(file, System.getenv());
        Plant plant = PlantFile.read(read.plant());
        DashboardConfig settings = read.dashboard();
        settings = settings.withWeb(settings.web()
                .at(
                        bind == null ? settings.web().bind() : bind,
                        port == null ? settings.web().port() : port));
        CountDownLatch end = new CountDownLatch(1);
        Dashboard dashboard = Dashboard.start(
                settings, plant, Clock.system(plant.zone()), SchedulingServices.create(), Optional.empty());
        Thread closing = new Thread(
                () -> {
                    dashboard.close();
                    end.countDown();
                },
                "dashboard-closing");
        Runtime.getRuntime().addShutdownHook(closing);
        log.info("The dashboard is at http://{}:{}/", settings.web().bind(), dashboard.port());
        end.await();
    }
}
