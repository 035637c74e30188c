package vn.nhain.edge.configure;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.nhain.edge.broker.BrokerSettings;
import vn.nhain.edge.config.EdgeConfig;
import vn.nhain.edge.config.HealthSettings;
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

/** Configurations with short intervals. */
final class TestConfigs {
    private TestConfigs() {}

    static EdgeConfig of(
            List<OpcUaMachine> presses, List<MqttMachine> machines, URI store, String broker, Path dataDir) {
        KeyFolder keys = KeyFolder.of(dataDir, "hcm1", "edge1");
        OpcUaSettings opcUa = new OpcUaSettings(
                Duration.ofMillis(50),
                200,
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofMillis(50),
                Duration.ofMillis(500));
        List<SourcePlan> sources = new ArrayList<>();
        presses.forEach(press -> sources.add(new OpcUaPlan(press, opcUa, keys)));
        if (!machines.isEmpty()) {
            sources.add(new MqttPlan(machines, BrokerSettings.anonymous(broker, "edge1-in")));
        }
        return new EdgeConfig(
                "hcm1",
                "edge1",
                dataDir,
                sources,
                PipelineSettings.DEFAULTS,
                new SpoolSettings(Duration.ofMillis(10), 1_000_000, 10_000),
                StoreSettings.embedded(store),
                new SparkplugSettings(BrokerSettings.anonymous(broker, "edge1"), "hcm1", "edge1", ""),
                HealthSettings.DEFAULTS);
    }
}
