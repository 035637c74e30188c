package vn.nhain.simulators.scenario;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import vn.nhain.simulators.press.Temper;

/**
 * A scenario for one plant.
 *
 * @param name short name, as on the command line
 * @param en title in English
 * @param vi title in Vietnamese
 * @param seed seed of the machines
 * @param tempers machines that are not ordinary, by id
 * @param events what happens, by time
 */
public record Scenario(
        String name, String en, String vi, long seed, Map<String, Temper> tempers, List<ScenarioEvent> events) {
    public Scenario {
        tempers = Map.copyOf(tempers);
        events = events.stream().sorted(Comparator.comparing(ScenarioEvent::at)).toList();
    }

    /** How a machine differs from the others of its kind. */
    public Temper temperOf(String machineId) {
        return tempers.getOrDefault(machineId, Temper.ORDINARY);
    }

    /** The same scenario with another seed. */
    public Scenario withSeed(long other) {
        return new Scenario(name, en, vi, other, tempers, events);
    }
}
