package vn.nhain.edge.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.nhain.edge.broker.BrokerSettings;
import vn.nhain.edge.pipeline.PipelineSettings;
import vn.nhain.edge.sink.influx.StoreSettings;
import vn.nhain.edge.sink.sparkplug.SparkplugSettings;
import vn.nhain.edge.source.SourcePlan;
import vn.nhain.edge.source.mqtt.MqttMachine;
import vn.nhain.edge.source.mqtt.MqttPlan;
import vn.nhain.edge.source.opcua.OpcUaMachine;
import vn.nhain.edge.source.opcua.OpcUaPlan;
import vn.nhain.edge.source.opcua.OpcUaSettings;
import vn.nhain.edge.source.opcua.connect.KeyFolder;
import vn.nhain.edge.spool.SpoolSettings;
import vn.nhain.plant.Plant;
import vn.nhain.plant.machine.Connection;
import vn.nhain.plant.machine.Machine;

/**
 * All that an agent needs to know.
 *
 * @param plantId the plant: tag of the store and Sparkplug group
 * @param agentId the agent: Sparkplug edge node; unique in the plant
 * @param dataDir folder of spool, quarantine and counters
 * @param sources connections to machines, each with a name of its own
 * @param pipeline how values are judged
 * @param spool how much is kept on disk
 * @param store where readings go
 * @param sparkplug live state and commands
 * @param health the agent's own page
 */
public record EdgeConfig(
        String plantId,
        String agentId,
        Path dataDir,
        List<SourcePlan> sources,
        PipelineSettings pipeline,
        SpoolSettings spool,
        StoreSettings store,
        SparkplugSettings sparkplug,
        HealthSettings health) {
    public EdgeConfig {
        sources = List.copyOf(sources);
    }

    /** The agent's OPC UA keys and whom it trusts. */
    public KeyFolder keys() {
        return KeyFolder.of(dataDir, plantId, agentId);
    }

    /**
     * An agent for every machine of a plant, with the defaults.
     *
     * @param store where readings go, such as {@link StoreSettings#embedded}
     * @param brokerUrl {@code tcp://host:port}, for MQTT machines, Sparkplug and commands
     */
    public static EdgeConfig of(Plant plant, String agentId, StoreSettings store, String brokerUrl, Path dataDir) {
        List<SourcePlan> sources = new ArrayList<>();
        List<MqttMachine> mqtt = new ArrayList<>();
        for (Machine machine : plant.machines()) {
            Connection connection = machine.connection();
            switch (connection.protocol()) {
                case OPC_UA ->
                    sources.add(new OpcUaPlan(
                            OpcUaMachine.printPress(machine.id(), connection.address()),
                            OpcUaSettings.DEFAULTS,
                            KeyFolder.of(dataDir, plant.id(), agentId)));
                case MQTT_JSON -> mqtt.add(new MqttMachine(machine.id(), connection.address()));
            }
        }
        if (!mqtt.isEmpty()) {
            sources.add(new MqttPlan(
                    mqtt, BrokerSettings.anonymous(brokerUrl, "nhain-%s-%s-in".formatted(plant.id(), agentId))));
        }
        return new EdgeConfig(
                plant.id(),
                agentId,
                dataDir,
                sources,
                PipelineSettings.DEFAULTS,
                SpoolSettings.DEFAULTS,
                store,
                new SparkplugSettings(
                        BrokerSettings.anonymous(brokerUrl, "nhain-%s-%s".formatted(plant.id(), agentId)),
                        plant.id(),
                        agentId,
                        ""),
                HealthSettings.DEFAULTS);
    }

    /** The same with the embedded store at this address. */
    public static EdgeConfig of(Plant plant, String agentId, URI storeUrl, String brokerUrl, Path dataDir) {
        return of(plant, agentId, StoreSettings.embedded(storeUrl), brokerUrl, dataDir);
    }
}
