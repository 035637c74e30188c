package vn.nhain.dashboard.setting;

/** Switches that survive a restart. Implementations are thread-safe. */
public interface Settings {
    /** Whether a switch is on; {@code otherwise} when it was never set. */
    boolean flag(String name, boolean otherwise);

    /** Sets a switch. */
    void setFlag(String name, boolean on);
}
