package vn.nhain.dashboard.demo.api;

import org.jspecify.annotations.Nullable;

/** Bodies of the buttons. */
public final class DemoRequest {
    private DemoRequest() {}

    /** Sets the speed, plant seconds per wall second. */
    public record Speed(double speed) {}

    /** Switches auto-release. */
    public record AutoRelease(boolean on) {}

    /** Breaks a machine; without minutes for an hour of plant time. */
    public record Break(
            @Nullable String machineId, @Nullable Integer minutes) {}

    /** Puts off the deliveries of a paper, plant hours. */
    public record DelayPaper(@Nullable String materialId, int hours) {}
}
