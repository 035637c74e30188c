package vn.nhain.edge.source.opcua;

import static vn.nhain.edge.keys.Section.DAY;
import static vn.nhain.edge.keys.Section.MILLI;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.nhain.edge.keys.Section;
import vn.nhain.edge.source.Owner;
import vn.nhain.edge.source.SourcePlan;
import vn.nhain.edge.source.SourceType;
import vn.nhain.edge.source.opcua.connect.AccessKeys;
import vn.nhain.edge.source.opcua.connect.KeyFolder;

/** OPC UA: the section {@code opcua}. */
public final class OpcUaType implements SourceType {
    @Override
    public String key() {
        return "opcua";
    }

    @Override
    public String meaning() {
        return "machines that are OPC UA servers";
    }

    @Override
    public List<SourcePlan> read(Section section, Owner owner) {
        OpcUaSettings settings = settings(section);
        KeyFolder keys = KeyFolder.of(owner.dataDir(), owner.plantId(), owner.agentId());
        List<SourcePlan> plans = new ArrayList<>();
        section.sections("machines", "presses by machine id").forEach((id, machine) -> {
            plans.add(new OpcUaPlan(machine(id, machine), settings, keys));
            machine.finish();
        });
        section.finish();
        return plans;
    }

    private static OpcUaMachine machine(String id, Section machine) {
        return new OpcUaMachine(
                id,
                AccessKeys.read(machine),
                machine.text(
                        "namespace", OpcUaMachine.PRINT_PRESS, "namespace of its nodes, resolved at every connect"),
                machine.texts(
                        "tags",
                        "node by metric, such as nsu=http://…;s=Main.Speed; without, the object with the machine's id is browsed"));
    }

    private static OpcUaSettings settings(Section section) {
        OpcUaSettings defaults = OpcUaSettings.DEFAULTS;
        return new OpcUaSettings(
                section.duration(
                        "publishInterval",
                        defaults.publishInterval(),
                        Duration.ofMillis(10),
                        DAY,
                        "servers send what changed so often and sample twice as often"),
                (int) section.number(
                        "queueSize",
                        defaults.queueSize(),
                        1,
                        100_000,
                        "values that a server keeps a tag between two publishes"),
                section.duration(
                        "requestTimeout", defaults.requestTimeout(), Duration.ofMillis(100), DAY, "for any request"),
                section.duration(
                        "silence",
                        defaults.silence(),
                        Duration.ofSeconds(11),
                        DAY,
                        "without any notification for so long, the connection is made anew"),
                section.duration(
                        "firstPause",
                        defaults.firstPause(),
                        MILLI,
                        DAY,
                        "after a first failed attempt; doubles with jitter"),
                section.duration(
                        "longestPause", defaults.longestPause(), Duration.ofSeconds(1), DAY, "no pause is longer"));
    }
}
