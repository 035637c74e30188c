package vn.nhain.dashboard.plan;

/** Told what happens on the floor, on the thread that noticed; must be quick. */
public interface FloorListener {
    /** An operation began. */
    void started(Execution execution);

    /** An operation is done. */
    void done(Execution execution);

    /** A machine refused an operation, or stopped it before its end. */
    void stopped(Execution execution);
}
