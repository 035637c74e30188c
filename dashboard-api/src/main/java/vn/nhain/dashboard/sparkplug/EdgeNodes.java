package vn.nhain.dashboard.sparkplug;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.tahu.message.SparkplugBPayloadDecoder;
import org.eclipse.tahu.message.model.Metric;
import org.eclipse.tahu.message.model.SparkplugBPayload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.dashboard.machine.LiveMachines;

/**
 * Turns Sparkplug messages of one group into live state. Where a birth or a message was missed it asks for a new birth, at
 * most every few seconds a node. Thread-safe.
 */
final class EdgeNodes {
    private static final Logger log = LoggerFactory.getLogger(EdgeNodes.class);
    private static final Duration REBIRTH_PAUSE = Duration.ofSeconds(5);

    private final LiveMachines live;
    private final InstantSource wall;
    private final Consumer<String> requestRebirth;
    private final SparkplugBPayloadDecoder decoder = new SparkplugBPayloadDecoder();
    private final Map<String, EdgeNode> nodes = new HashMap<>();
    private final Map<String, Instant> rebirthAsked = new HashMap<>();
    private long messages;
    private long gaps;
    private long broken;

    /** With {@code requestRebirth} to ask the node of this name for its births. */
    EdgeNodes(LiveMachines live, InstantSource wall, Consumer<String> requestRebirth) {
        this.live = live;
        this.wall = wall;
        this.requestRebirth = requestRebirth;
    }

    /** Takes a message; whatever cannot be read is counted and left. */
    synchronized void accept(Topic topic, byte[] bytes) {
        if (topic.type().endsWith("CMD")) {
            return; // our own
        }
        EdgeNode node = nodes.computeIfAbsent(topic.node(), k -> new EdgeNode());
        SparkplugBPayload payload;
        try {
            payload = decoder.buildFromByteArray(bytes, node.types());
        } catch (Exception e) {
            // Tahu declares Exception; also what a missing birth looks like, when types are sent by alias only
            broken++;
            log.debug("A {} of {} cannot be read", topic.type(), topic.node(), e);
            rebirth(topic.node());
            return;
        }
        messages++;
        switch (topic.type()) {
            case "NBIRTH" -> born(topic, node, payload);
            case "NDEATH" -> died(topic, node, payload);
            case "DBIRTH" -> deviceBorn(topic, node, payload);
            case "DDEATH" -> deviceDied(topic, node, payload);
            case "NDATA", "DDATA" -> data(topic, node, payload);
            default -> log.debug("A message of type {} is not ours", topic.type());
        }
    }

    /** The connection was lost: what was missed meanwhile is told by new births. */
    synchronized void distrustAll() {
        nodes.values().forEach(EdgeNode::distrust);
        rebirthAsked.clear();
    }

    /** Asks every node that is known for its births. */
    synchronized void rebirthAll() {
        nodes.keySet().forEach(this::rebirth);
    }

    /** The node that speaks for a machine, if one does. */
    synchronized Optional<String> findNodeOf(String machineId) {
        return nodes.entrySet().stream()
                .filter(e -> e.getValue().isBorn() && e.getValue().devices().contains(machineId))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * Machines of nodes that live are alive, though they say nothing: nodes report by exception, and tell by a death when a
     * machine falls silent or, by their will, when they do themselves. To be called while the broker is connected.
     */
    synchronized void touch() {
        nodes.values().stream().filter(EdgeNode::isBorn).forEach(node -> node.devices()
                .forEach(live::heard));
    }

    /** Counters in words, for the health page. */
    synchronized Map<String, Object> counts() {
        long born = nodes.values().stream().filter(EdgeNode::isBorn).count();
        return Map.of("nodes", nodes.size(), "born", born, "messages", messages, "gaps", gaps, "unreadable", broken);
    }

    private void born(Topic topic, EdgeNode node, SparkplugBPayload payload) {
        node.birth(payload);
        rebirthAsked.remove(topic.node());
        log.info("Edge node {} was born", topic.node());
    }

    private void died(Topic topic, EdgeNode node, SparkplugBPayload payload) {
        if (node.diesBy(payload)) {
            log.warn(
                    "Edge node {} died; its {} machines are OFFLINE",
                    topic.node(),
                    node.devices().size());
            node.devices().forEach(live::died);
            node.death();
        }
    }

    private void deviceBorn(Topic topic, EdgeNode node, SparkplugBPayload payload) {
        if (!inOrder(topic, node, payload)) {
            return;
        }
        node.deviceBirth(topic.device(), payload);
        live.heard(topic.device());
        take(topic, node, payload);
    }

    private void deviceDied(Topic topic, EdgeNode node, SparkplugBPayload payload) {
        inOrder(topic, node, payload);
        node.deviceDeath(topic.device());
        live.died(topic.device());
    }

    private void data(Topic topic, EdgeNode node, SparkplugBPayload payload) {
        if (inOrder(topic, node, payload) && !topic.device().isEmpty()) {
            if (!node.devices().contains(topic.device())) {
                rebirth(topic.node());
                return;
            }
            live.heard(topic.device());
            take(topic, node, payload);
        }
    }

    private void take(Topic topic, EdgeNode node, SparkplugBPayload payload) {
        for (Metric metric : payload.getMetrics()) {
            String name = node.nameOf(metric);
            if (name.isEmpty()) {
                rebirth(topic.node());
            } else {
                MetricReadings.of(topic.device(), name, metric, payload.getTimestamp())
                        .ifPresent(live::accept);
            }
        }
    }

    /** Whether the node was born and no message is missing; otherwise its births are asked for. */
    private boolean inOrder(Topic topic, EdgeNode node, SparkplugBPayload payload) {
        if (!node.isBorn()) {
            rebirth(topic.node());
            return false;
        }
        if (!node.follows(payload)) {
            gaps++;
            log.warn("A message of edge node {} is missing before {}", topic.node(), payload.getSeq());
            rebirth(topic.node());
        }
        return true;
    }

    private void rebirth(String node) {
        Instant now = wall.instant();
        Instant asked = rebirthAsked.get(node);
        if (asked == null || Duration.between(asked, now).compareTo(REBIRTH_PAUSE) > 0) {
            rebirthAsked.put(node, now);
            requestRebirth.accept(node);
        }
    }
}
