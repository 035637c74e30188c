package vn.nhain.edge.source.mqtt;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.tahu.model.MetricDataTypeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.edge.broker.Publisher;
import vn.nhain.edge.source.SourceListener;
import vn.nhain.edge.source.SourceValue;

/**
 * One Sparkplug B edge node and those of its devices that are machines of ours, as Sparkplug 3.0 asks of a host: data count
 * only after a birth, sequence numbers are followed over all messages of the node, and whatever does not fit is answered by
 * a request for rebirth. Data that follow a gap are still taken: what they name is known, and what was missed comes with the
 * rebirth.
 */
final class SparkplugReader implements MqttReader {
    private static final Logger log = LoggerFactory.getLogger(SparkplugReader.class);
    private static final Duration BETWEEN_REQUESTS = Duration.ofSeconds(2);

    /** More are not remembered: a node that makes up names without end must not take all memory. */
    private static final int MOST_ALIASES = 100_000;

    private final String prefix;
    private final String node;
    private final Map<String, SparkplugMachine> machineByDevice = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> metricByName = new HashMap<>();
    private final Clock wallClock;

    // valid from one birth of the node to the next
    private boolean born;
    private long bdSeq = -1;
    private long nextSeq;
    private final Map<Long, String> nameByAlias = new HashMap<>();
    private final MetricDataTypeMap types = new MetricDataTypeMap();

    // valid for one connection
    private @Nullable Publisher publisher;
    private Instant lastRequest = Instant.EPOCH;

    /** @param machines of one group and node */
    SparkplugReader(List<SparkplugMachine> machines, Clock wallClock) {
        this.wallClock = wallClock;
        prefix = "spBv1.0/%s/".formatted(machines.get(0).group());
        node = machines.get(0).node();
        for (SparkplugMachine machine : machines) {
            machineByDevice.put(machine.device(), machine);
            Map<String, String> names = new HashMap<>();
            machine.nameByMetric().forEach((metric, name) -> names.put(name, metric));
            metricByName.put(machine.device(), names);
        }
    }

    @Override
    public Set<String> filters() {
        return Set.of(prefix + "+/" + node, prefix + "+/" + node + "/+");
    }

    @Override
    public boolean reads(String topic) {
        String[] levels = topic.split("/", -1);
        return topic.startsWith(prefix) && levels.length >= 4 && levels.length <= 5 && levels[3].equals(node);
    }

    @Override
    public String machineOf(String topic) {
        String[] levels = topic.split("/", -1);
        SparkplugMachine machine = machineByDevice.get(levels.length == 5 ? levels[4] : "");
        return machine == null ? machineByDevice.values().iterator().next().machineId() : machine.machineId();
    }

    @Override
    public synchronized void onConnected(Publisher publisher) {
        this.publisher = publisher;
        // what happened meanwhile is not known: its retained state is nobody's
        born = false;
        lastRequest = Instant.EPOCH;
        askForRebirth("a new connection");
    }

    @Override
    public synchronized void read(String topic, byte[] payload, SourceListener target, Runnable acknowledge)
            throws IOException {
        String[] levels = topic.split("/", -1);
        String device = levels.length == 5 ? levels[4] : "";
        switch (levels[2]) {
            case "NBIRTH" -> nodeBirth(payload, target, acknowledge);
            case "DBIRTH" -> data(device, payload, true, target, acknowledge);
            case "NDATA", "DDATA" -> data(device, payload, false, target, acknowledge);
            case "DDEATH" -> deviceDeath(device, payload, target, acknowledge);
            case "NDEATH" -> nodeDeath(payload, target, acknowledge);
            // commands to the node, which we see because we subscribe to all of it
            default -> acknowledge.run();
        }
    }

    private void nodeBirth(byte[] payload, SourceListener target, Runnable acknowledge) throws IOException {
        nameByAlias.clear();
        types.clear();
        SparkplugPayload.Decoded birth = SparkplugPayload.decode(payload, types, true);
        born = true;
        bdSeq = birth.bdSeq();
        // a birth begins the count at 0; what a node makes of that is its own affair
        nextSeq = next(birth.seq() == null ? 0 : birth.seq());
        deliver("", birth, target, acknowledge);
    }

    private void data(String device, byte[] payload, boolean birth, SourceListener target, Runnable acknowledge)
            throws IOException {
        if (!born) {
            askForRebirth("data before a birth");
            if (machineByDevice.containsKey(device)) {
                throw new IOException("data came before the birth of the node, which is asked for");
            }
            acknowledge.run();
            return;
        }
        SparkplugPayload.Decoded data;
        try {
            data = SparkplugPayload.decode(payload, types, birth && nameByAlias.size() < MOST_ALIASES);
        } catch (IOException e) {
            askForRebirth("a payload that no birth explains");
            throw e;
        }
        follow(data.seq());
        deliver(device, data, target, acknowledge);
    }

    private void deviceDeath(String device, byte[] payload, SourceListener target, Runnable acknowledge)
            throws IOException {
        follow(SparkplugPayload.decode(payload, types, false).seq());
        SparkplugMachine machine = machineByDevice.get(device);
        if (machine != null) {
            target.onGone(machine.machineId(), "its death message says so");
        }
        acknowledge.run();
    }

    private void nodeDeath(byte[] payload, SourceListener target, Runnable acknowledge) throws IOException {
        long died =
                SparkplugPayload.decode(payload, new MetricDataTypeMap(), false).bdSeq();
        // the will of a session that has ended may come after the birth of the next one
        if (!born || died < 0 || bdSeq < 0 || died == bdSeq) {
            born = false;
            machineByDevice
                    .values()
                    .forEach(machine -> target.onGone(machine.machineId(), "the death message of its node says so"));
        }
        acknowledge.run();
    }

    private void follow(@Nullable Long seq) {
        if (seq == null) {
            return;
        }
        if (seq != nextSeq) {
            askForRebirth("sequence number %d where %d was due".formatted(seq, nextSeq));
        }
        nextSeq = next(seq);
    }

    private static long next(long seq) {
        return (seq + 1) & 0xff;
    }

    private void deliver(String device, SparkplugPayload.Decoded payload, SourceListener target, Runnable acknowledge) {
        SparkplugMachine machine = machineByDevice.get(device);
        List<SourceValue> values = new ArrayList<>();
        boolean known = true;
        for (SparkplugPayload.Value value : payload.metrics()) {
            String name = value.name();
            if (name != null && value.alias() != null && nameByAlias.size() < MOST_ALIASES) {
                nameByAlias.put(value.alias(), name);
            }
            if (name == null && value.alias() != null) {
                name = nameByAlias.get(value.alias());
            }
            known &= name != null;
            String metric = name == null ? "unknown.alias" : metric(device, name);
            if (machine != null && !metric.isEmpty()) {
                // an alias that nobody has explained is passed on without a value, so that it is refused and counted
                Object content = name == null ? null : value.value();
                values.add(new SourceValue(machine.machineId(), metric, content, value.quality(), value.time()));
            }
        }
        if (!known) {
            askForRebirth("an alias that no birth has explained");
        }
        target.onValues(values, acknowledge);
        if (machine != null && values.isEmpty()) {
            target.onAlive(machine.machineId());
        }
    }

    /** The metric that a Sparkplug name stands for; empty when it is not read. */
    private String metric(String device, String name) {
        if (name.equals("bdSeq") || name.startsWith("Node Control/") || name.startsWith("Device Control/")) {
            return "";
        }
        Map<String, String> names = metricByName.getOrDefault(device, Map.of());
        return names.isEmpty() ? name : names.getOrDefault(name, "");
    }

    private void askForRebirth(String reason) {
        Publisher current = publisher;
        Instant now = wallClock.instant();
        if (current == null || now.isBefore(lastRequest.plus(BETWEEN_REQUESTS))) {
            return;
        }
        lastRequest = now;
        log.debug("Asking {} for a rebirth: {}", node, reason);
        current.publish(prefix + "NCMD/" + node, SparkplugPayload.rebirth(now), 0);
    }
}
