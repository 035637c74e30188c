package vn.nhain.scheduler.kernel.workload;

/** Machines to which an operation must not return for a while after it has left them. */
final class TabuList {
    private final int machines;
    private final long[] until;
    private long now;

    TabuList(int operations, int machines) {
        this.machines = machines;
        this.until = new long[operations * machines];
    }

    void tick() {
        now++;
    }

    void forbid(int operation, int machine, int ticks) {
        until[operation * machines + machine] = now + ticks;
    }

    boolean forbids(int operation, int machine) {
        return until[operation * machines + machine] > now;
    }
}
