package vn.nhain.edge.configure;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.nhain.edge.config.ConfigException;
import vn.nhain.edge.config.EdgeConfig;
import vn.nhain.edge.config.EdgeConfigReader;
import vn.nhain.edge.configure.opcua.Discover;
import vn.nhain.edge.configure.opcua.Trust;
import vn.nhain.edge.spool.SpoolException;

/** The agent's command line: results on stdout, logs on stderr; exit 0 done, 1 failed, 2 wrong use. */
@Command(
        name = "nhain edge",
        description =
                "Reads machines over OPC UA, MQTT, Modbus and files, and loses nothing. Runs until it is told to stop.",
        mixinStandardHelpOptions = true,
        subcommands = {Main.Check.class, Main.ReloadVerb.class, Discover.class, Trust.class})
public final class Main implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int FAILED = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--config", paramLabel = "FILE", description = "the agent's YAML file")
    private @Nullable Path config;

    private Main() {}

    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, args));
    }

    static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new Main()).setOut(out).setErr(err).execute(args);
    }

    @Override
    public Integer call() throws InterruptedException {
        CommandLine line = line(spec);
        if (config == null) {
            throw new ParameterException(line, "The agent needs --config FILE. 'nhain edge --help' tells more.");
        }
        EdgeConfig read = read(line, config);
        if (read == null) {
            return FAILED;
        }
        try {
            EdgeAgent agent = EdgeAgent.start(read, new ConfigFile(config, System.getenv()), Clock.systemUTC());
            line.getOut().printf("The agent %s runs; health: %s/health%n", read.agentId(), agent.healthUrl());
            CountDownLatch never = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(agent::close, "edge-shutdown"));
            never.await();
            return DONE;
        } catch (SpoolException | UncheckedIOException e) {
            line.getErr().println(e.getMessage());
            return FAILED;
        }
    }

    private static @Nullable EdgeConfig read(CommandLine line, Path file) {
        try {
            return EdgeConfigReader.read(file, System.getenv());
        } catch (ConfigException e) {
            line.getErr().println(e.getMessage());
            return null;
        }
    }

    private static CommandLine line(@Nullable CommandSpec spec) {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec before it calls.");
        }
        return spec.commandLine();
    }

    /** Validates a file and tries its connections without starting an agent. */
    @Command(
            name = "check",
            description = "Validates a configuration and tries every connection in it.",
            mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {
        @Spec
        private @Nullable CommandSpec spec;

        @Option(names = "--config", paramLabel = "FILE", required = true, description = "the agent's YAML file")
        private @Nullable Path config;

        @Override
        public Integer call() throws InterruptedException {
            CommandLine line = line(spec);
            EdgeConfig read = config == null ? null : read(line, config);
            if (read == null) {
                return FAILED;
            }
            line.getOut().printf("%s is valid.%n", config);
            return new ConnectionCheck(read, line.getOut()).run() ? DONE : FAILED;
        }
    }

    /** Makes a running agent read its file again. */
    @Command(
            name = "reload",
            description = "Makes the agent that runs from a configuration read it again, without losing a reading.",
            mixinStandardHelpOptions = true)
    static final class ReloadVerb implements Callable<Integer> {
        @Spec
        private @Nullable CommandSpec spec;

        @Option(names = "--config", paramLabel = "FILE", required = true, description = "the agent's YAML file")
        private @Nullable Path config;

        @Override
        public Integer call() throws InterruptedException {
            CommandLine line = line(spec);
            EdgeConfig read = config == null ? null : read(line, config);
            return read != null && new ReloadRequest(line.getOut(), line.getErr()).send(read.health()) ? DONE : FAILED;
        }
    }
}
