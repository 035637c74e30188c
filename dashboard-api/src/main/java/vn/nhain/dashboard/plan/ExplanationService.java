package vn.nhain.dashboard.plan;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhain.dashboard.audit.AuditLog;
import vn.nhain.dashboard.plan.api.PlanView;
import vn.nhain.dashboard.problem.ConflictException;
import vn.nhain.dashboard.problem.NotFoundException;
import vn.nhain.scheduler.api.Explanation;
import vn.nhain.scheduler.api.GangProposal;
import vn.nhain.scheduler.api.PlanExplanation;
import vn.nhain.scheduler.api.Remedy;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.api.SchedulingService;

/** Why an order is where it is in a plan, by what is known at this instant. Thread-safe. */
public final class ExplanationService {
    /** Wall time in which a remedy is planned and looked at. */
    private static final Duration UNTIL_RELEASED = Duration.ofSeconds(5);

    private final SchedulingService scheduler;
    private final RequestBuilder requests;
    private final PlanBook plans;
    private final AuditLog audit;

    public ExplanationService(SchedulingService scheduler, RequestBuilder requests, PlanBook plans, AuditLog audit) {
        this.audit = audit;
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
        return scheduler.explain(requestWith(orderId), plan.schedule(), orderId);
    }

    /**
     * What could be done about a late order, in some seconds of CPU; one after another, so that many who ask do not take the
     * solver's.
     *
     * @param version as in {@link #explain}
     * @throws NotFoundException as {@link #explain}
     */
    public synchronized List<Remedy> remedies(String orderId, @Nullable Integer version) {
        PlanVersion plan = plans.getVersion(version);
        return scheduler.remedies(requestWith(orderId), plan.schedule(), orderId);
    }

    /**
     * What a plan costs, line by line, by what is known now; one after another, as {@link #remedies}.
     *
     * @param version as in {@link #explain}
     * @param dearest justifications a line at most
     * @throws NotFoundException when there is no such plan
     */
    public synchronized PlanExplanation explainPlan(@Nullable Integer version, int dearest) {
        PlanVersion plan = plans.getVersion(version);
        return scheduler
                .explainPlan(requests.build(Duration.ZERO), plan.schedule())
                .dearest(dearest);
    }

    /** Small jobs that may share a form, by what is known now; one after another, as {@link #remedies}. */
    public synchronized List<GangProposal> gangs() {
        return scheduler.gangProposals(requests.build(Duration.ZERO));
    }

    /**
     * Makes a draft of a remedy, which a planner may release as any other; nothing else is changed.
     *
     * @param code of the remedy
     * @param version as in {@link #explain}
     * @param who asks for it
     * @throws NotFoundException as {@link #explain}
     * @throws ConflictException when the remedy changes more than the plan, or does not apply any more
     */
    public synchronized PlanView.Head apply(String orderId, String code, @Nullable Integer version, String who) {
        PlanVersion plan = plans.getVersion(version);
        Schedule changed = scheduler
                .planOfRemedy(requestWith(orderId, UNTIL_RELEASED), plan.schedule(), orderId, code)
                .orElseThrow(() -> new ConflictException(
                        "The remedy (%s) of order (%s) cannot be made a plan: it does not apply any more, or the calendar or the order must be changed first."
                                .formatted(code, orderId)));
        PlanVersion draft = plans.addDraft(who, changed, plan.baseline());
        audit.record(
                who,
                "plan.remedy",
                "order " + orderId,
                "plan " + plan.version(),
                "plan %d: %s".formatted(draft.version(), code));
        return PlanViews.head(draft);
    }

    private ScheduleRequest requestWith(String orderId) {
        return requestWith(orderId, Duration.ZERO);
    }

    private ScheduleRequest requestWith(String orderId, Duration lead) {
        ScheduleRequest request = requests.build(lead);
        if (request.orders().stream().noneMatch(o -> o.id().equals(orderId))) {
            throw NotFoundException.of("order to be made", orderId);
        }
        return request;
    }
}
