package vn.nhain.edge.configure.opcua;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.nhain.edge.config.ConfigException;
import vn.nhain.edge.config.EdgeConfig;
import vn.nhain.edge.config.EdgeConfigReader;
import vn.nhain.edge.source.opcua.connect.ConnectFailedException;
import vn.nhain.edge.source.opcua.connect.Connector;
import vn.nhain.edge.source.opcua.connect.KeyFolder;
import vn.nhain.edge.source.opcua.connect.SecurityChoice;
import vn.nhain.edge.source.opcua.connect.ServerAccess;
import vn.nhain.edge.source.opcua.connect.TrustList;
import vn.nhain.edge.source.opcua.connect.UserIdentity;
import vn.nhain.edge.source.opcua.discover.Discovery;
import vn.nhain.edge.source.opcua.discover.DiscoveryLimits;
import vn.nhain.edge.source.opcua.discover.MappingText;
import vn.nhain.edge.source.opcua.discover.TagDiscovery;

/** {@code nhain edge discover}: the variables of a server as a mapping for the agent's configuration. */
@Command(
        name = "discover",
        description = "Browses an OPC UA server and prints its variables as a mapping for the agent's configuration.",
        mixinStandardHelpOptions = true)
public final class Discover implements Callable<Integer> {
    private static final String PASSWORD = "NHAIN_DISCOVER_PASSWORD";

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "URL", description = "opc.tcp://host:port/path")
    private String url = "";

    @Option(
            names = "--match",
            paramLabel = "GLOB",
            description =
                    "paths of browse names, such as 'Press*/Speed*'; ** any number of steps; may be given again; default: all")
    private List<String> globs = List.of();

    @Option(
            names = "--machine",
            paramLabel = "ID",
            description = "one machine for all; default: by the server's objects")
    private String machine = "";

    @Option(names = "--depth", paramLabel = "N", description = "steps from the Objects folder (${DEFAULT-VALUE})")
    private int depth = DiscoveryLimits.DEFAULTS.depth();

    @Option(names = "--nodes", paramLabel = "N", description = "nodes to look at (${DEFAULT-VALUE})")
    private int nodes = DiscoveryLimits.DEFAULTS.nodes();

    @Option(
            names = "--security",
            paramLabel = "POLICY",
            description =
                    "auto, none, Basic256Sha256, Aes128_Sha256_RsaOaep or Aes256_Sha256_RsaPss (${DEFAULT-VALUE})")
    private String security = SecurityChoice.AUTO.text();

    @Option(names = "--sign-only", description = "signed, not encrypted")
    private boolean signOnly;

    @Option(names = "--user", paramLabel = "NAME", description = "user name; its password stands in " + PASSWORD)
    private String user = "";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "the agent's YAML file, for its keys and whom it trusts; default: keys for this once")
    private @Nullable Path config;

    @Option(
            names = "--trust",
            paramLabel = "THUMBPRINT",
            description = "believes the server's certificate from now on if it is this one")
    private String trust = "";

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it before it calls.");
        }
        CommandLine line = spec.commandLine();
        SecurityChoice choice = SecurityChoice.find(security)
                .orElseThrow(() -> new ParameterException(
                        line,
                        "The security (%s) must be one of %s."
                                .formatted(security, String.join(", ", SecurityChoice.texts()))));
        if (!url.startsWith("opc.tcp://")) {
            throw new ParameterException(line, "The URL (%s) must be such as opc.tcp://press1:4840/.".formatted(url));
        }
        UserIdentity identity = user.isEmpty()
                ? new UserIdentity.Anonymous()
                : new UserIdentity.Name(user, System.getenv().getOrDefault(PASSWORD, ""));
        try {
            KeyFolder keys = keys();
            Connector connector = new Connector(
                    new ServerAccess(url, choice, !signOnly, identity),
                    keys,
                    Duration.ofSeconds(10),
                    Clock.systemUTC());
            print(connector, keys, line.getOut());
            return 0;
        } catch (IllegalArgumentException | IOException | ConfigException | ConnectFailedException e) {
            line.getErr().println(e.getMessage());
            return 1;
        }
    }

    private void print(Connector connector, KeyFolder keys, PrintWriter out) throws ConnectFailedException {
        List<String> endpoints = connector.describeEndpoints();
        TagDiscovery discovery = new TagDiscovery(globs, new DiscoveryLimits(depth, nodes));
        Discovery found;
        try {
            found = discovery.run(connector);
        } catch (ConnectFailedException e) {
            if (trust.isEmpty()) {
                throw e;
            }
            try (TrustList list = TrustList.open(keys)) {
                list.accept(trust);
            }
            found = discovery.run(connector);
        }
        out.print(MappingText.write(url, endpoints, found, machine));
        out.flush();
    }

    private KeyFolder keys() throws IOException, ConfigException {
        if (config == null) {
            return KeyFolder.of(Files.createTempDirectory("nhain-edge-discover-"), "discover", "once");
        }
        EdgeConfig read = EdgeConfigReader.read(config, System.getenv());
        return KeyFolder.of(read.dataDir(), read.plantId(), read.agentId());
    }
}
