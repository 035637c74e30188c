package vn.nhain.edge.sink.sparkplug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.nhain.edge.sink.sparkplug.SparkplugRules.each;
import static vn.nhain.edge.sink.sparkplug.SparkplugRules.eachMetric;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import vn.nhain.edge.sink.sparkplug.NodeRecord.Message;

/** The rules about what is in a payload, chapter 6 of the specification. */
final class PayloadRules {
    private static final int INT32 = 3;
    /** The last code of a type that the payload definition lists. */
    private static final int LAST_TYPE = 34;

    private static final long YEAR_2000_MILLIS = 946_684_800_000L;

    private PayloadRules() {}

    static void addTo(SparkplugRules rules) {
        for (String type : List.of("NBIRTH", "DBIRTH", "DDATA", "DDEATH")) {
            String name = type.toLowerCase(Locale.ROOT);
            rules.rule(each(type, m -> m.payload().hasTimestamp()), "payloads-" + name + "-timestamp");
            if (!type.equals("DDEATH")) {
                rules.rule(each(type, m -> m.payload().hasTimestamp()), "topics-" + name + "-timestamp");
            }
        }
        rules.rule(
                record -> record.all()
                        .forEach(m -> assertTrue(m.payload().getTimestamp() > YEAR_2000_MILLIS, m.packet()::topic)),
                "payloads-timestamp-in-UTC");
        String[] types = {"NBIRTH", "DBIRTH", "DDATA"};
        rules.rule(eachMetric(Payload.Metric::hasTimestamp, types), "payloads-name-birth-data-requirement");
        rules.rule(eachMetric(m -> m.getTimestamp() > YEAR_2000_MILLIS, types), "payloads-metric-timestamp-in-UTC");
        rules.rule(eachMetric(m -> m.hasName() || m.hasAlias(), types), "payloads-name-requirement");
        rules.rule(eachMetric(m -> m.hasName() && m.hasAlias(), "DBIRTH"), "payloads-alias-birth-requirement");
        rules.rule(eachMetric(m -> !m.hasName() && m.hasAlias(), "DDATA"), "payloads-alias-data-cmd-requirement");
        rules.rule(PayloadRules::aliasesAreUnique, "payloads-alias-uniqueness");
        rules.rule(eachMetric(Payload.Metric::hasDatatype, "NBIRTH", "DBIRTH"), "payloads-metric-datatype-req");
        rules.rule(eachMetric(m -> !m.hasDatatype(), "DDATA"), "payloads-metric-datatype-not-req");
        rules.rule(
                eachMetric(m -> m.getDatatype() > 0 && m.getDatatype() <= LAST_TYPE, "NBIRTH", "DBIRTH"),
                "payloads-metric-datatype-value",
                "payloads-metric-datatype-value-type");
        rules.rule(
                record -> {
                    List<Payload.PropertySet> sets = record.metrics(types).stream()
                            .filter(Payload.Metric::hasProperties)
                            .map(Payload.Metric::getProperties)
                            .toList();
                    assertFalse(sets.isEmpty(), "no quality was seen");
                    for (Payload.PropertySet set : sets) {
                        assertEquals(List.of("quality"), List.copyOf(set.getKeysList()));
                        assertEquals(1, set.getValuesCount());
                        assertEquals(INT32, set.getValues(0).getType());
                        assertTrue(Set.of(0, 192, 500).contains(set.getValues(0).getIntValue()), set::toString);
                    }
                },
                "payloads-propertyset-keys-array-size",
                "payloads-propertyset-values-array-size",
                "payloads-metric-propertyvalue-type-type",
                "payloads-metric-propertyvalue-type-value",
                "payloads-metric-propertyvalue-type-req",
                "payloads-propertyset-quality-value-type",
                "payloads-propertyset-quality-value-value");
    }

    private static void aliasesAreUnique(NodeRecord record) {
        Map<Long, String> ownerByAlias = new HashMap<>();
        for (Message message : record.connections().get(0).of("DBIRTH")) {
            for (Payload.Metric metric : message.payload().getMetricsList()) {
                String owner = message.level(4) + " " + metric.getName();
                assertEquals(owner, ownerByAlias.computeIfAbsent(metric.getAlias(), alias -> owner));
            }
        }
    }
}
