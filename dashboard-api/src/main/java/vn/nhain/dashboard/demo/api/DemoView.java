package vn.nhain.dashboard.demo.api;

import java.util.List;

/**
 * The demonstration.
 *
 * @param speed plant seconds per wall second
 * @param autoRelease whether finished plans go into force by themselves
 * @param scenario that runs
 * @param scenarios all of them
 * @param materials papers that can be delayed
 */
public record DemoView(
        double speed, boolean autoRelease, String scenario, List<String> scenarios, List<MaterialName> materials) {
    public DemoView {
        scenarios = List.copyOf(scenarios);
        materials = List.copyOf(materials);
    }

    /** A paper with a delivery to come. */
    public record MaterialName(String id, String name) {}
}
