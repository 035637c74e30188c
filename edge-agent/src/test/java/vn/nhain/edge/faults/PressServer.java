package vn.nhain.edge.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import vn.nhain.edge._support.TestPress;
import vn.nhain.edge._support.TestServerSecurity;

/**
 * An OPC UA press as a process that can be killed. Arguments: id, port, number of namespaces before its own, the agent's
 * certificate, and the first number; its own certificate is new at every start. Standard input: {@code set METRIC NUMBER} and
 * {@code remove METRIC}; its end is the end of the press.
 */
final class PressServer {
    /** Its metrics, all of them counted. */
    static final List<String> METRICS = List.of("count.good", "wear.t1", "wear.t2", "wear.t3", StoreRows.JUMPING);

    private PressServer() {}

    @SuppressWarnings("SystemOut") // how it says that it listens
    public static void main(String[] args) throws Exception {
        String id = args[0];
        int port = Integer.parseInt(args[1]);
        List<String> namespaces =
                Arrays.asList("urn:other:1", "urn:other:2", "urn:other:3").subList(0, Integer.parseInt(args[2]));
        Path agent = Path.of(args[3]);
        int first = Integer.parseInt(args[4]);
        boolean secured = Files.exists(agent);
        TestServerSecurity security = TestServerSecurity.of(
                TestPress.applicationUri(id), true, secured ? SecurityPolicy.Basic256Sha256 : SecurityPolicy.None);
        if (secured) {
            security.trustFile(agent);
        }
        try (TestPress press = TestPress.start(
                        id, port, namespaces, security, fresh -> METRICS.forEach(metric -> set(fresh, metric, first)));
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println("ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                obey(press, line.split(" ", -1));
            }
        }
    }

    private static void obey(TestPress press, String[] words) throws IOException {
        switch (words[0]) {
            case "set" -> set(press, words[1], Integer.parseInt(words[2]));
            case "remove" -> press.remove(words[1]);
            default -> throw new IOException("There is no command '%s'.".formatted(words[0]));
        }
    }

    private static void set(TestPress press, String metric, int number) {
        press.set(metric, (double) number, StoreRows.time(metric, number));
    }
}
