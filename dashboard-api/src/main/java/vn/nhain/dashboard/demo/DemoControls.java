package vn.nhain.dashboard.demo;

import java.util.List;

/**
 * What a demonstration lets a visitor do, implemented by whoever composes it. Auto-release and late paper are not here: the
 * dashboard does those itself. Implementations are thread-safe.
 */
public interface DemoControls {
    /** Plant seconds per wall second. */
    double speed();

    /**
     * Changes the speed.
     *
     * @throws IllegalArgumentException when it is out of range; the message says so
     */
    void setSpeed(double speed);

    /** Name of the scenario that runs. */
    String scenario();

    /** Names of all scenarios. */
    List<String> scenarios();

    /**
     * Breaks a machine, through the simulator's own control port.
     *
     * @param machineId a machine of the plant
     * @param minutes plant minutes until it is repaired, at least 1
     */
    void breakMachine(String machineId, int minutes);

    /** Begins again from the start of the scenario. Returns at once; the dashboard may be closed and started again. */
    void reset();
}
