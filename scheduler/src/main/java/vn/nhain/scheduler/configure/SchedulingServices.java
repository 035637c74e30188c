package vn.nhain.scheduler.configure;

import vn.nhain.scheduler.api.SchedulingService;
import vn.nhain.scheduler.planning.OptaPlannerSolver;

/** Puts the scheduling service together. */
public final class SchedulingServices {
    private SchedulingServices() {}

    /** A service that searches with OptaPlanner over the kernel. It holds no threads while nothing is solved. */
    public static SchedulingService create() {
        return new DefaultSchedulingService(new OptaPlannerSolver(), System::nanoTime);
    }
}
