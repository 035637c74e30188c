package vn.nhain.dashboard.plan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.nhain.dashboard.problem.NotFoundException;
import vn.nhain.scheduler.api.Explanation;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.api.SchedulingService;

/** Why an order is where it is in a plan, by what is known at this instant. Thread-safe. */
public final class ExplanationService {
    private final SchedulingService scheduler;
    private final RequestBuilder requests;
    private final PlanBook plans;

    public ExplanationService(SchedulingService scheduler, RequestBuilder requests, PlanBook plans) {
        this.scheduler = scheduler;
        this.requests = requests;
        this.plans = plans;
    }

    /**
     * Why an order is where it is.
     *
     * @param version of the plan; null for the one in force, or the newest draft when none is
     * @throws NotFoundException when there is no such plan, or no such order that is still to be made
     */
    public Explanation explain(String orderId, @Nullable Integer version) {
        PlanVersion plan = plans.getVersion(version);
        ScheduleRequest request = requests.build(Duration.ZERO);
        if (request.orders().stream().noneMatch(o -> o.id().equals(orderId))) {
            throw NotFoundException.of("order to be made", orderId);
        }
        return scheduler.explain(request, plan.schedule(), orderId);
    }
}
