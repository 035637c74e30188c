package vn.nhain.simulators.configure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nhain.plant.Plant;
import vn.nhain.plant.machine.Machine;
import vn.nhain.simulators.mqtt.MqttMachine;
import vn.nhain.simulators.opcua.PressServer;
import vn.nhain.simulators.press.MachineMemory;
import vn.nhain.simulators.press.MachineSetting;
import vn.nhain.simulators.press.SimulatedMachine;
import vn.nhain.simulators.scenario.Scenario;
import vn.nhain.simulators.station.Endpoint;
import vn.nhain.simulators.station.MemoryFile;
import vn.nhain.simulators.station.Station;

/** Builds the stations of a plant. */
final class StationFactory {
    private StationFactory() {}

    static List<Station> createAll(SimulationOptions options) throws IOException {
        List<Station> stations = new ArrayList<>();
        for (Machine machine : options.plant().machines()) {
            stations.add(create(machine, options));
        }
        return stations;
    }

    /** The last moment that any machine remembers: a clock that goes on must not begin before it. */
    static Optional<Instant> findLastMoment(Plant plant, Path stateFolder) throws IOException {
        Optional<Instant> last = Optional.empty();
        for (Machine machine : plant.machines()) {
            Optional<Instant> moment = new MemoryFile(stateFolder, machine.id())
                    .read()
                    .map(memory -> Instant.ofEpochSecond(memory.step()));
            last = moment.isPresent() && last.filter(moment.get()::isBefore).isEmpty() ? moment : last;
        }
        return last;
    }

    private static Station create(Machine machine, SimulationOptions options) throws IOException {
        Scenario scenario = options.scenario();
        MachineSetting setting =
                MachineSetting.of(options.plant(), machine, scenario.temperOf(machine.id()), scenario.seed());
        MemoryFile file = new MemoryFile(options.stateFolder(), machine.id());
        Optional<MachineMemory> memory = file.read();
        SimulatedMachine model = memory.isPresent()
                ? SimulatedMachine.restored(setting, memory.get())
                : SimulatedMachine.installed(setting, options.clock().instant());
        return new Station(machine.id(), model, endpoint(machine, options), file, options.clock(), options.pace());
    }

    private static Endpoint endpoint(Machine machine, SimulationOptions options) {
        return switch (machine.connection().protocol()) {
            case OPC_UA -> new PressServer(machine, options.security());
            case MQTT_JSON -> new MqttMachine(machine, options.broker());
        };
    }
}
