package vn.nhain.edge.sink.sparkplug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import vn.nhain.edge.sink.sparkplug.NodeRecord.Connection;
import vn.nhain.edge.sink.sparkplug.NodeRecord.Message;

/**
 * What Sparkplug 3.0 asks of an edge node, by the ids of its specification without {@code tck-id-}, each as a look at a
 * {@link NodeRecord}. Rules about templates and data sets, of which the node has none, about node data, of which it has none,
 * and about what one node cannot know of others are left out.
 */
final class SparkplugRules {
    private static final String GROUP = "hcm1";
    private static final String NODE = "edge1";
    private static final String REBIRTH = "Node Control/Rebirth";
    private static final int INT64 = 4;
    private static final int BOOLEAN = 11;
    private final Map<String, Consumer<NodeRecord>> checkById = new LinkedHashMap<>();

    private SparkplugRules() {}

    static Map<String, Consumer<NodeRecord>> all() {
        SparkplugRules rules = new SparkplugRules();
        rules.topics();
        rules.connection();
        rules.births();
        rules.data();
        rules.deaths();
        PayloadRules.addTo(rules);
        return rules.checkById;
    }

    void rule(Consumer<NodeRecord> check, String... ids) {
        for (String id : ids) {
            if (checkById.put(id, check) != null) {
                throw new IllegalStateException(id + " is there twice");
            }
        }
    }

    /** Every message of this type, of which there is at least one, is like this. */
    static Consumer<NodeRecord> each(String type, Predicate<Message> wanted) {
        return record -> {
            List<Message> messages = type.equals("NDEATH") ? record.wills() : record.of(type);
            assertFalse(messages.isEmpty(), "no " + type + " was seen");
            messages.forEach(m -> assertTrue(wanted.test(m), () -> m.packet().topic() + ": " + m.payload()));
        };
    }

    static Consumer<NodeRecord> eachMetric(Predicate<Payload.Metric> wanted, String... types) {
        return record -> {
            List<Payload.Metric> metrics = record.metrics(types);
            assertFalse(metrics.isEmpty(), "no metric was seen");
            metrics.forEach(metric -> assertTrue(wanted.test(metric), metric::toString));
        };
    }

    private static Predicate<Message> topic(String type, int levels) {
        return m -> m.packet().topic().split("/", -1).length == levels
                && m.level(0).equals("spBv1.0")
                && m.level(1).equals(GROUP)
                && m.type().equals(type)
                && m.level(3).equals(NODE);
    }

    private static boolean isPlain(Message message) {
        return message.packet().qos() == 0 && !message.packet().retain();
    }

    private void topics() {
        rule(
                record -> record.all()
                        .forEach(m -> assertTrue(
                                topic(m.type(), m.type().startsWith("D") ? 5 : 4)
                                        .test(m),
                                m.packet()::topic)),
                "topic-structure",
                "topic-structure-namespace-a",
                "topic-structure-namespace-valid-group-id",
                "topic-structure-namespace-valid-edge-node-id",
                "topic-structure-namespace-valid-device-id",
                "topic-structure-namespace-device-id-associated-message-types",
                "topic-structure-namespace-device-id-non-associated-message-types",
                "intro-group-id-string",
                "intro-group-id-chars",
                "intro-edge-node-id-string",
                "intro-edge-node-id-chars",
                "intro-device-id-string",
                "intro-device-id-chars");
        rule(each("NBIRTH", topic("NBIRTH", 4)), "topics-nbirth-topic", publish("nbirth-topic"));
        rule(each("NDEATH", topic("NDEATH", 4)), "topics-ndeath-topic", publish("will-message-topic"));
        rule(
                each("DBIRTH", topic("DBIRTH", 5)),
                "topics-dbirth-topic",
                device("dbirth-topic"),
                device("dbirth-match-edge-node-topic"));
        rule(each("DDATA", topic("DDATA", 5)), "topics-ddata-topic");
        rule(each("DDEATH", topic("DDEATH", 5)), "topics-ddeath-topic");
        rule(
                record -> record.connections().forEach(c -> births(c)
                        .forEach(names -> assertEquals(names.size(), new HashSet<>(names).size()))),
                "topic-structure-namespace-unique-device-id");
    }

    /** Ids of the devices that were born between one NBIRTH and the first message that is no birth. */
    private static List<List<String>> births(Connection connection) {
        List<List<String>> all = new ArrayList<>();
        boolean open = false;
        for (Message message : connection.messages()) {
            if (message.type().equals("NBIRTH")) {
                all.add(new ArrayList<>());
                open = true;
            } else if (message.type().equals("DBIRTH") && open) {
                all.get(all.size() - 1).add(message.level(4));
            } else {
                open = false;
            }
        }
        return all;
    }

    private static String publish(String rest) {
        return "message-flow-edge-node-birth-publish-" + rest;
    }

    private static String device(String rest) {
        return "message-flow-device-birth-publish-" + rest;
    }

    private void connection() {
        rule(
                record -> record.connections().forEach(c -> {
                    assertTrue(c.connect().cleanStart());
                    assertEquals(0, c.connect().expirySeconds());
                }),
                "principles-persistence-clean-session-50");
        rule(
                record -> record.connections().stream()
                        .filter(c -> !c.messages().isEmpty())
                        .forEach(c -> assertEquals("NBIRTH", c.messages().get(0).type())),
                "principles-birth-certificates-order",
                publish("connect"),
                device("nbirth-wait"),
                "payloads-dbirth-order",
                "payloads-ddata-order");
        rule(record -> subscribed(record, "spBv1.0/hcm1/NCMD/edge1"), "message-flow-edge-node-ncmd-subscribe");
        rule(record -> subscribed(record, "spBv1.0/hcm1/DCMD/edge1/#"), "message-flow-device-dcmd-subscribe");
        rule(
                record ->
                        assertEquals(record.connections().size(), record.wills().size()),
                publish("will-message"),
                publish("will-message-payload"),
                "payloads-ndeath-will-message");
        rule(
                each("NDEATH", m -> m.packet().qos() == 1),
                publish("will-message-qos"),
                "payloads-ndeath-will-message-qos");
        rule(
                each("NDEATH", m -> !m.packet().retain()),
                publish("will-message-will-retained"),
                "payloads-ndeath-will-message-retain");
        rule(
                record -> {
                    for (int i = 0; i < record.connections().size(); i++) {
                        Payload.Metric bdSeq = record.wills().get(i).get("bdSeq");
                        assertEquals(INT64, bdSeq.getDatatype());
                        assertEquals(i % 256, bdSeq.getLongValue());
                    }
                },
                publish("will-message-payload-bdSeq"),
                "topics-nbirth-bdseq-increment");
    }

    /** At every connection, before the first message, with quality of service 1. */
    private static void subscribed(NodeRecord record, String filter) {
        record.connections()
                .forEach(c -> assertTrue(
                        c.subscribed().stream().anyMatch(s -> s.filter().equals(filter) && s.qos() == 1),
                        () -> filter + " is not among " + c.subscribed()));
    }

    private void births() {
        rule(
                each("NBIRTH", SparkplugRules::isPlain),
                "topics-nbirth-mqtt",
                publish("nbirth-qos"),
                publish("nbirth-retained"),
                "payloads-nbirth-qos",
                "payloads-nbirth-retain");
        rule(
                each("NBIRTH", m -> m.payload().hasSeq() && m.payload().getSeq() == 0),
                "topics-nbirth-seq-num",
                publish("nbirth-payload-seq"),
                "payloads-nbirth-seq",
                "payloads-sequence-num-req-nbirth");
        rule(
                record -> record.connections().forEach(c -> c.of("NBIRTH").forEach(birth -> {
                    assertEquals(INT64, birth.get("bdSeq").getDatatype());
                    assertEquals(
                            c.will().get("bdSeq").getLongValue(),
                            birth.get("bdSeq").getLongValue());
                })),
                "topics-nbirth-bdseq-included",
                "topics-nbirth-bdseq-matching",
                publish("nbirth-payload"),
                publish("nbirth-payload-bdSeq"),
                "payloads-nbirth-bdseq",
                "payloads-nbirth-bdseq-repeat",
                "payloads-ndeath-bdseq",
                "operational-behavior-data-commands-rebirth-action-3");
        rule(each("NBIRTH", m -> m.find(REBIRTH).isPresent()), "operational-behavior-data-commands-rebirth-name");
        rule(
                each("NBIRTH", m -> !m.get(REBIRTH).hasAlias()),
                "operational-behavior-data-commands-rebirth-name-aliases");
        rule(
                each("NBIRTH", m -> m.get(REBIRTH).getDatatype() == BOOLEAN),
                "operational-behavior-data-commands-rebirth-datatype");
        rule(
                each(
                        "NBIRTH",
                        m -> m.get(REBIRTH).hasBooleanValue() && !m.get(REBIRTH).getBooleanValue()),
                "operational-behavior-data-commands-rebirth-value",
                "topics-nbirth-rebirth-metric",
                "payloads-nbirth-rebirth-req");
        rule(
                each("DBIRTH", SparkplugRules::isPlain),
                "topics-dbirth-mqtt",
                device("dbirth-payload"),
                device("dbirth-qos"),
                device("dbirth-retained"),
                "payloads-dbirth-qos",
                "payloads-dbirth-retain");
        rule(
                record -> assertEquals(List.of(), record.of("NDATA"), "what is not in NBIRTH is not sent"),
                "topics-nbirth-metric-reqs",
                "operational-behavior-data-publish-nbirth");
        rule(SparkplugRules::dataWereBorn, "topics-dbirth-metric-reqs", "operational-behavior-data-publish-dbirth");
        rule(eachMetric(SparkplugRules::isComplete, "NBIRTH"), "topics-nbirth-metrics", values("nbirth-values"));
        rule(eachMetric(SparkplugRules::isComplete, "DBIRTH"), "topics-dbirth-metrics", values("dbirth-values"));
    }

    private static String values(String rest) {
        return "operational-behavior-data-publish-" + rest;
    }

    private static boolean isComplete(Payload.Metric metric) {
        boolean hasValue = metric.getValueCase() != Payload.Metric.ValueCase.VALUE_NOT_SET;
        return metric.hasName() && metric.hasDatatype() && hasValue != metric.getIsNull();
    }

    /** Every metric of data was in the birth of its device before. */
    private static void dataWereBorn(NodeRecord record) {
        for (Connection connection : record.connections()) {
            Map<String, Set<Long>> bornByDevice = new HashMap<>();
            for (Message message : connection.messages()) {
                Set<Long> aliases = new HashSet<>();
                message.payload().getMetricsList().forEach(metric -> aliases.add(metric.getAlias()));
                if (message.type().equals("DBIRTH")) {
                    bornByDevice.put(message.level(4), aliases);
                } else if (message.type().equals("DDATA")) {
                    assertTrue(bornByDevice
                            .getOrDefault(message.level(4), Set.of())
                            .containsAll(aliases));
                }
            }
        }
    }

    private void data() {
        rule(
                each("DDATA", SparkplugRules::isPlain),
                "topics-ddata-mqtt",
                "payloads-ddata-qos",
                "payloads-ddata-retain");
        rule(each("DDATA", m -> m.payload().getMetricsCount() > 0), "topics-ddata-payload");
        rule(SparkplugRules::chronological, values("dbirth-order"), values("nbirth-order"));
        rule(
                record -> {
                    for (Connection connection : record.connections()) {
                        long expected = -1;
                        for (Message message : connection.messages()) {
                            expected = message.type().equals("NBIRTH") ? 0 : (expected + 1) % 256;
                            assertTrue(message.payload().hasSeq(), message.packet()::topic);
                            assertEquals(expected, message.payload().getSeq(), message.packet()::topic);
                        }
                    }
                },
                "payloads-sequence-num-always-included",
                "payloads-sequence-num-incrementing",
                "topics-dbirth-seq",
                device("dbirth-payload-seq"),
                "payloads-dbirth-seq",
                "payloads-dbirth-seq-inc",
                "topics-ddata-seq-num",
                "payloads-ddata-seq",
                "payloads-ddata-seq-inc",
                "topics-ddeath-seq-num",
                "payloads-ddeath-seq",
                "payloads-ddeath-seq-inc",
                "payloads-ddeath-seq-number");
    }

    /** Of each metric, what is not flagged as history is in the order of its time. */
    private static void chronological(NodeRecord record) {
        for (Connection connection : record.connections()) {
            Map<Long, Long> newest = new HashMap<>();
            for (Message message : connection.messages()) {
                for (Payload.Metric metric : message.payload().getMetricsList()) {
                    if (metric.hasAlias() && !metric.getIsHistorical()) {
                        long before = newest.getOrDefault(metric.getAlias(), Long.MIN_VALUE);
                        assertTrue(before <= metric.getTimestamp(), metric::toString);
                        newest.put(metric.getAlias(), metric.getTimestamp());
                    }
                }
            }
        }
    }

    private void deaths() {
        rule(
                each(
                        "NDEATH",
                        m -> m.payload().getMetricsCount() == 1
                                && m.find("bdSeq").isPresent()),
                "topics-ndeath-payload");
        rule(each("NDEATH", m -> !m.payload().hasSeq()), "topics-ndeath-seq", "payloads-ndeath-seq");
        rule(each("DDEATH", SparkplugRules::isPlain), "topics-ddeath-mqtt");
        rule(
                record -> record.connections()
                        .forEach(c -> assertEquals(List.of("DISCONNECT_WITH_WILL_MESSAGE"), c.disconnects())),
                "operational-behavior-edge-node-intentional-disconnect-ndeath",
                "payloads-ndeath-will-message-publisher-disconnect-mqtt50");
    }
}
