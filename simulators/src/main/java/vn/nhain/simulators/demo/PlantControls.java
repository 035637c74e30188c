package vn.nhain.simulators.demo;

import java.util.List;
import java.util.function.Supplier;
import vn.nhain.dashboard.demo.DemoControls;
import vn.nhain.plant.time.PlantClock;
import vn.nhain.simulators.configure.SimulatedPlant;
import vn.nhain.simulators.scenario.ScenarioReader;

/** What the buttons of the page do to the plant. Thread-safe. */
final class PlantControls implements DemoControls {
    private final PlantClock clock;
    private final String scenario;
    private final Supplier<SimulatedPlant> machines;
    private final Runnable reset;

    PlantControls(PlantClock clock, String scenario, Supplier<SimulatedPlant> machines, Runnable reset) {
        this.clock = clock;
        this.scenario = scenario;
        this.machines = machines;
        this.reset = reset;
    }

    @Override
    public double speed() {
        return clock.speed();
    }

    @Override
    public void setSpeed(double speed) {
        clock.setSpeed(speed);
    }

    @Override
    public String scenario() {
        return scenario;
    }

    @Override
    public List<String> scenarios() {
        return ScenarioReader.BUILT_IN;
    }

    @Override
    public void breakMachine(String machineId, int minutes) {
        machines.get().getMachine(machineId).breakDown("DEMO", "Broken by a visitor", minutes);
    }

    @Override
    public void reset() {
        reset.run();
    }
}
