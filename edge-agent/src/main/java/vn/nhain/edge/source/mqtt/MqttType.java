package vn.nhain.edge.source.mqtt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.nhain.edge.broker.BrokerKeys;
import vn.nhain.edge.broker.BrokerSettings;
import vn.nhain.edge.json.Pointer;
import vn.nhain.edge.keys.Section;
import vn.nhain.edge.source.Owner;
import vn.nhain.edge.source.SourcePlan;
import vn.nhain.edge.source.SourceType;
import vn.nhain.edge.source.ValueMapping;

/** MQTT: the section {@code mqtt}. */
public final class MqttType implements SourceType {
    private static final Set<String> TIME_FORMS = new LinkedHashSet<>(List.of("iso", "seconds", "millis"));

    @Override
    public String key() {
        return "mqtt";
    }

    @Override
    public String meaning() {
        return "machines that publish over MQTT, and their broker";
    }

    @Override
    public List<SourcePlan> read(Section section, Owner owner) {
        List<MqttDevice> machines = new ArrayList<>();
        section.sections("machines", "machines by id").forEach((id, machine) -> {
            machines.add(device(id, machine));
            machine.finish();
        });
        BrokerSettings broker =
                BrokerKeys.read(section, "", "nhain-%s-%s-in".formatted(owner.plantId(), owner.agentId()));
        if (!machines.isEmpty() && broker.url().isBlank()) {
            section.mistake("broker", "missing", "must be set for MQTT machines, such as tcp://broker:1883.");
        }
        section.finish();
        return machines.isEmpty() ? List.of() : List.of(new MqttPlan(machines, broker));
    }

    private static MqttDevice device(String id, Section machine) {
        String prefix = machine.text("topic", "", "prefix of the topics of a machine that follows wire.md");
        String sparkplug = machine.text("sparkplug", "", "group/node/device of a Sparkplug B device, or group/node");
        Map<String, String> names =
                machine.texts("names", "Sparkplug name by metric; without, its names are our metrics");
        List<JsonMachine.Topic> topics = new ArrayList<>();
        machine.sections("messages", "JSON of any form, by topic").forEach((topic, message) -> {
            topics.add(topic(topic, message));
            message.finish();
        });
        int ways = (prefix.isBlank() ? 0 : 1) + (sparkplug.isBlank() ? 0 : 1) + (topics.isEmpty() ? 0 : 1);
        if (ways != 1) {
            machine.mistake(
                    "topic",
                    ways == 0 ? "missing" : "more than one way",
                    "say one of topic (such as nhain/hcm1/%s), messages or sparkplug.".formatted(id));
        }
        if (!topics.isEmpty()) {
            return new JsonMachine(id, topics);
        }
        return sparkplug.isBlank() ? new MqttMachine(id, prefix) : sparkplug(id, sparkplug, names, machine);
    }

    private static SparkplugMachine sparkplug(String id, String said, Map<String, String> names, Section machine) {
        String[] levels = said.split("/", -1);
        boolean good = (levels.length == 2 || levels.length == 3)
                && List.of(levels).stream().noneMatch(level -> level.isBlank() || level.matches(".*[+#].*"));
        if (!good) {
            machine.mistake("sparkplug", said, "must be group/node/device or group/node, such as Plant1/Hall2/FOLD2.");
            return new SparkplugMachine(id, "", "", "", Map.of());
        }
        return new SparkplugMachine(id, levels[0], levels[1], levels.length == 3 ? levels[2] : "", names);
    }

    private static JsonMachine.Topic topic(String name, Section message) {
        if (name.matches(".*[+#].*")) {
            message.mistake("metrics", name, "a topic must have no wildcard: name each topic of the machine.");
        }
        String time = message.text(
                "time", "", "JSON Pointer to the time of the message, such as /ts; empty: the time of arrival counts");
        String form = message.choice("timeForm", "iso", TIME_FORMS, "how it says its time");
        Map<String, JsonMachine.Metric> metrics = new LinkedHashMap<>();
        message.sections("metrics", "where the message has which metric").forEach((metric, section) -> {
            String at = section.required("at", "/counters/good", "JSON Pointer to the value");
            metrics.put(metric, new JsonMachine.Metric(pointer("at", at, section), ValueMapping.read(metric, section)));
            section.finish();
        });
        if (metrics.isEmpty()) {
            message.mistake("metrics", "missing", "name at least one, such as count.good: {at: /good}.");
        }
        return new JsonMachine.Topic(
                name,
                pointer("time", time, message),
                time.isEmpty()
                        ? JsonMachine.TimeForm.NONE
                        : JsonMachine.TimeForm.valueOf(form.toUpperCase(Locale.ROOT)),
                metrics);
    }

    private static Pointer pointer(String key, String text, Section section) {
        try {
            return Pointer.of(text);
        } catch (IllegalArgumentException e) {
            section.mistake(key, text, "must be a JSON Pointer, which begins with a slash, such as /counters/good.");
            return Pointer.of("");
        }
    }
}
