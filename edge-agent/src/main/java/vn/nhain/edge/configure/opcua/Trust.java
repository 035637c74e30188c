package vn.nhain.edge.configure.opcua;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
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
import vn.nhain.edge.source.opcua.connect.CertificateEntry;
import vn.nhain.edge.source.opcua.connect.ConnectFailedException;
import vn.nhain.edge.source.opcua.connect.KeyFolder;
import vn.nhain.edge.source.opcua.connect.TrustList;

/** {@code nhain edge trust}: whose certificates the agent believes. A running agent sees it at its next attempt. */
@Command(
        name = "trust",
        description = {
            "Whose certificates the agent believes. A running agent sees a change at its next attempt.",
            "  list                 what is trusted, and what servers showed and nobody accepted (default)",
            "  own                  the agent's own certificate and its file, which servers have to trust",
            "  accept THUMBPRINT    believes a rejected certificate; the first 6 digits are enough",
            "  reject THUMBPRINT    believes it no more",
            "  add FILE             believes a server or an authority; DER or PEM",
            "  add-issuer FILE      an authority that only links a server to a trusted one"
        },
        mixinStandardHelpOptions = true)
public final class Trust implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--config", paramLabel = "FILE", required = true, description = "the agent's YAML file")
    private @Nullable Path config;

    @Parameters(index = "0", arity = "0..1", paramLabel = "ACTION", description = "see above")
    private String action = "list";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "WHAT", description = "thumbprints or files")
    private List<String> what = List.of();

    @Override
    public Integer call() {
        if (spec == null || config == null) {
            throw new IllegalStateException("picocli sets them before it calls.");
        }
        CommandLine line = spec.commandLine();
        boolean needsWhat = !action.equals("list") && !action.equals("own");
        if (needsWhat == what.isEmpty()) {
            throw new ParameterException(
                    line,
                    needsWhat
                            ? "'trust %s' needs thumbprints or files. 'nhain edge trust --help' tells more."
                                    .formatted(action)
                            : "'trust %s' takes nothing more.".formatted(action));
        }
        try {
            EdgeConfig read = EdgeConfigReader.read(config, System.getenv());
            KeyFolder keys = KeyFolder.of(read.dataDir(), read.plantId(), read.agentId());
            try (TrustList list = TrustList.open(keys)) {
                act(list, keys, line);
            }
            return 0;
        } catch (IllegalArgumentException
                | IOException
                | UncheckedIOException
                | ConfigException
                | ConnectFailedException e) {
            line.getErr().println(e.getMessage());
            return 1;
        }
    }

    private void act(TrustList list, KeyFolder keys, CommandLine line) throws IOException, ConnectFailedException {
        PrintWriter out = line.getOut();
        switch (action) {
            case "list" -> {
                list.trusted().forEach(entry -> say(out, "trusted", entry));
                list.issuers().forEach(entry -> say(out, "issuer", entry));
                list.rejected().forEach(entry -> say(out, "rejected", entry));
                if (list.trusted().isEmpty() && list.rejected().isEmpty()) {
                    out.println("No certificate yet: none is trusted, and no server has shown one.");
                }
            }
            case "own" -> {
                list.own(Clock.systemUTC()).forEach(entry -> say(out, "own", entry));
                out.printf("Servers have to trust %s%n", keys.certificateFile());
            }
            case "accept" -> what.forEach(one -> say(out, "trusted", list.accept(one)));
            case "reject" -> what.forEach(one -> say(out, "rejected", list.reject(one)));
            case "add", "add-issuer" -> {
                boolean issuer = action.equals("add-issuer");
                for (String file : what) {
                    say(out, issuer ? "issuer" : "trusted", list.add(Path.of(file), issuer));
                }
            }
            default ->
                throw new ParameterException(
                        line,
                        "There is no action '%s': list, own, accept, reject, add or add-issuer.".formatted(action));
        }
    }

    private static void say(PrintWriter out, String list, CertificateEntry entry) {
        out.printf(
                "%-9s %s  %s%s  valid %s to %s%n",
                list,
                entry.thumbprint(),
                entry.subject(),
                entry.subject().equals(entry.issuer()) ? "" : "  signed by " + entry.issuer(),
                entry.from(),
                entry.until());
    }
}
