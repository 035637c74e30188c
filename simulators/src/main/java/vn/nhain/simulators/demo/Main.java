package vn.nhain.simulators.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import vn.nhain.plant.time.PlantClock;

/** {@code nhain demo}. */
@Command(
        name = "nhain demo",
        description =
                "The whole plant in one process: simulated machines, broker, edge agent, telemetry store, scheduler and page.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class Main implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--port", defaultValue = "8080", description = "Port of the page. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--speed",
            defaultValue = "60",
            description = "Plant seconds per second, 1 to 600. Default: ${DEFAULT-VALUE}.")
    private double speed;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep everything in this folder and go on where it was. Default: a temporary folder.")
    private @Nullable Path data;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            defaultValue = "normal-week",
            description = "What happens to the machines. Default: ${DEFAULT-VALUE}.")
    private String scenario = "";

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "End by itself after this time, such as 90s, 5m or 1h.")
    private @Nullable Duration runTime;

    @Option(names = "--headless", description = "Open no browser.")
    private boolean headless;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "Address to listen on; one of the network opens the page to the hall, with a PIN. Default: ${DEFAULT-VALUE}.")
    private String bind = "";

    @Option(
            names = "--seed",
            defaultValue = "20261124",
            description = "Seed of machines and orders. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--export",
            paramLabel = "DIR",
            description =
                    "Only write the backlog into this folder, as a problem file of 'nhain solve' and 'nhain race'.")
    private @Nullable Path export;

    private Main() {}

    /** Runs and exits: 0 done, 1 failed, 2 wrong use. */
    public static void main(String[] args) {
        CommandLine line = new CommandLine(new Main());
        System.exit(line.execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        DemoOptions options = options();
        if (export != null) {
            return export(export, options);
        }
        PrintWriter out = commandLine().getOut();
        PrintWriter err = commandLine().getErr();
        CountDownLatch ended = new CountDownLatch(1);
        try (Demo demo = Demo.start(options)) {
            // Ctrl-C: the hook waits until everything is closed, or the process would end in the middle of it
            Thread hook = new Thread(
                    () -> {
                        ended.countDown();
                        demo.awaitClosed();
                    },
                    "stop");
            Runtime.getRuntime().addShutdownHook(hook);
            out.println(demo.banner());
            out.flush();
            if (!headless) {
                Browser.open(demo.address());
            }
            if (runTime == null) {
                ended.await();
            } else if (!ended.await(runTime.toMillis(), TimeUnit.MILLISECONDS)) {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        } catch (DemoException e) {
            err.println("nhain demo: " + e.getMessage());
            return 1;
        }
        return 0;
    }

    private int export(Path folder, DemoOptions options) {
        try {
            commandLine().getOut().println(BacklogFile.write(folder, options.seed(), options.orders()));
            return 0;
        } catch (IOException e) {
            commandLine().getErr().println("nhain demo: cannot write into (%s): %s".formatted(folder, e.getMessage()));
            return 1;
        }
    }

    private DemoOptions options() {
        if (port < 0 || port > 65535) {
            throw wrong("--port (%d) must be between 0 and 65535; 0 takes a free one.".formatted(port));
        }
        if (!(speed >= PlantClock.MIN_SPEED && speed <= PlantClock.MAX_SPEED)) {
            throw wrong("--speed (%s) must be between 1 and 600.".formatted(speed));
        }
        InetAddress address;
        try {
            address = InetAddress.getByName(bind);
        } catch (UnknownHostException e) {
            throw wrong(
                    "--bind (%s) is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for all.".formatted(bind));
        }
        DemoOptions defaults = DemoOptions.defaults();
        return new DemoOptions(
                port,
                address,
                speed,
                data,
                scenario,
                seed,
                defaults.orders(),
                defaults.planSeconds(),
                defaults.autoRelease());
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("The command was not set up by the command line.");
        }
        return spec.commandLine();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(commandLine(), message);
    }

    /** Reads {@code 90s}, {@code 5m}, {@code 1h30m}. */
    static final class TimeConverter implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            try {
                Duration time = Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
                if (time.isNegative() || time.isZero()) {
                    throw new TypeConversionException("'%s' must be more than nothing, such as 5m".formatted(text));
                }
                return time;
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("'%s' is no time: write 90s, 5m or 1h".formatted(text));
            }
        }
    }
}
