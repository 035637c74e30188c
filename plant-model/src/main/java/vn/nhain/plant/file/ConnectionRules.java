package vn.nhain.plant.file;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.nhain.plant.machine.Connection.Protocol;

/** Addresses of machines: each in the form of its protocol, and no two the same. */
final class ConnectionRules {
    private static final Pattern TOPIC = Pattern.compile("[^/#+\\s]+(/[^/#+\\s]+)*");

    private final Mistakes mistakes;
    private final Map<String, Integer> taken = new HashMap<>();

    ConnectionRules(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    void check(List<Values> machines) {
        machines.forEach(m -> m.find("connection", Values.class).ifPresent(this::connection));
    }

    private void connection(Values connection) {
        Optional<Protocol> protocol = connection.find("protocol", Protocol.class);
        Optional<String> address = connection.find("address", String.class);
        if (protocol.isEmpty() || address.isEmpty()) {
            return;
        }
        if (protocol.get() == Protocol.OPC_UA) {
            opcUa(connection, address.get());
        } else {
            mqtt(connection, address.get());
        }
    }

    private void opcUa(Values connection, String address) {
        Optional<URI> uri = server(address);
        if (uri.isEmpty()) {
            add(
                    connection,
                    "The address (%s) must be like opc.tcp://192.168.1.20:4840/path, with a port from 1 to 65535."
                            .formatted(address));
            return;
        }
        String server =
                uri.get().getHost().toLowerCase(Locale.ROOT) + ":" + uri.get().getPort();
        Integer first = taken.putIfAbsent(server, connection.lineOf("address"));
        if (first != null) {
            add(
                    connection,
                    "The port (%s) is taken by line %d. Each machine is a server of its own; choose another port."
                            .formatted(server, first));
        }
    }

    private static Optional<URI> server(String address) {
        try {
            URI uri = new URI(address);
            boolean right = "opc.tcp".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getPort() >= 1
                    && uri.getPort() <= 65_535;
            return right ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private void mqtt(Values connection, String address) {
        if (!TOPIC.matcher(address).matches()) {
            add(
                    connection,
                    "The topic prefix (%s) must be words between slashes, without # and +, such as nhain/hcm1/CUT1."
                            .formatted(address));
            return;
        }
        Integer first = taken.putIfAbsent("mqtt " + address, connection.lineOf("address"));
        if (first != null) {
            add(connection, "The topic prefix (%s) is taken by line %d. Choose another.".formatted(address, first));
        }
    }

    private void add(Values connection, String message) {
        mistakes.add(connection.lineOf("address"), connection.pathOf("address"), message);
    }
}
