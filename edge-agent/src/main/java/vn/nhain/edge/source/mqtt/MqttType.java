package vn.nhain.edge.source.mqtt;

import java.util.ArrayList;
import java.util.List;
import vn.nhain.edge.broker.BrokerKeys;
import vn.nhain.edge.broker.BrokerSettings;
import vn.nhain.edge.keys.Section;
import vn.nhain.edge.source.Owner;
import vn.nhain.edge.source.SourcePlan;
import vn.nhain.edge.source.SourceType;

/** MQTT: the section {@code mqtt}. */
public final class MqttType implements SourceType {
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
        List<MqttMachine> machines = new ArrayList<>();
        section.sections("machines", "machines by id").forEach((id, machine) -> {
            machines.add(new MqttMachine(id, machine.required("topic", "nhain/hcm1/" + id, "prefix of its topics")));
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
}
