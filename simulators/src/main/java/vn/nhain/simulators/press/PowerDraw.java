package vn.nhain.simulators.press;

import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.machine.MachineState;
import vn.nhain.plant.machine.PowerProfile;

/** Electrical power of a machine by what it does, kW. */
final class PowerDraw {
    private static final long STANDBY_AFTER_SECONDS = 20 * 60;
    /** Share of the running power that does not depend on the speed: lamps, fans, compressors, pumps. */
    private static final double FIXED_SHARE = 0.6;

    private final PowerProfile profile;
    private final double grossSpeed;
    private final double netSpeed;

    PowerDraw(Machine machine) {
        this.profile = machine.power();
        this.grossSpeed = machine.grossSpeed();
        this.netSpeed = machine.netSpeed();
    }

    /** The profile's running power is meant for the net speed. */
    double kilowatts(MachineState state, double speed, long idleSeconds, OpenHours.Status hours) {
        return switch (state) {
            case RUNNING ->
                profile.running() * (FIXED_SHARE + (1 - FIXED_SHARE) * Math.min(speed, grossSpeed) / netSpeed);
            case SETUP, CLEANUP -> profile.setup();
            case STOPPED -> profile.idle();
            case IDLE ->
                hours != OpenHours.Status.OPEN || idleSeconds > STANDBY_AFTER_SECONDS
                        ? profile.standby()
                        : profile.idle();
            case DOWN, MAINTENANCE -> profile.standby();
            case OFFLINE -> 0;
        };
    }
}
