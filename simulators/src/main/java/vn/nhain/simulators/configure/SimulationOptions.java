package vn.nhain.simulators.configure;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import vn.nhain.plant.Plant;
import vn.nhain.simulators.opcua.ServerSecurity;
import vn.nhain.simulators.scenario.Scenario;
import vn.nhain.simulators.station.Pace;

/**
 * What a simulated plant needs to know.
 *
 * @param plant its machines; every connection address is one that can be listened at or published to
 * @param clock plant time
 * @param scenario seed, tempers and what happens
 * @param broker MQTT broker of the finishing machines, such as {@code tcp://127.0.0.1:1883}
 * @param stateFolder where machines keep their memory; made when missing
 * @param controlPort TCP port on 127.0.0.1; 0 for any free one
 * @param security endpoints of the presses beside the open one
 * @param pace how often machines publish and save, in beats of 250 wall milliseconds
 */
public record SimulationOptions(
        Plant plant,
        InstantSource clock,
        Scenario scenario,
        URI broker,
        Path stateFolder,
        int controlPort,
        ServerSecurity security,
        Pace pace) {
    /** Quick values twice a wall second, slow ones every two seconds, memory every five. */
    public static final Pace USUAL_PACE = new Pace(2, 8, 20);

    /** Any free control port, open endpoints, the usual pace. */
    public static SimulationOptions of(
            Plant plant, InstantSource clock, Scenario scenario, URI broker, Path stateFolder) {
        return new SimulationOptions(plant, clock, scenario, broker, stateFolder, 0, ServerSecurity.open(), USUAL_PACE);
    }

    /** With this control port. */
    public SimulationOptions withControlPort(int port) {
        return new SimulationOptions(plant, clock, scenario, broker, stateFolder, port, security, pace);
    }

    /** With these endpoints of presses. */
    public SimulationOptions withSecurity(ServerSecurity other) {
        return new SimulationOptions(plant, clock, scenario, broker, stateFolder, controlPort, other, pace);
    }

    /** With this pace. */
    public SimulationOptions withPace(Pace other) {
        return new SimulationOptions(plant, clock, scenario, broker, stateFolder, controlPort, security, other);
    }
}
