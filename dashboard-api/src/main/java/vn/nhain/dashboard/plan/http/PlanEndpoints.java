package vn.nhain.dashboard.plan.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import vn.nhain.dashboard.config.PlanningConfig;
import vn.nhain.dashboard.plan.ExplanationService;
import vn.nhain.dashboard.plan.PlanService;
import vn.nhain.dashboard.plan.SolveService;
import vn.nhain.dashboard.plan.api.ReleaseRequest;
import vn.nhain.dashboard.plan.api.SolveRequest;
import vn.nhain.dashboard.problem.BadParameterException;
import vn.nhain.dashboard.web.Access;
import vn.nhain.dashboard.web.Body;
import vn.nhain.dashboard.web.Endpoints;
import vn.nhain.dashboard.web.Guard;
import vn.nhain.dashboard.web.Items;
import vn.nhain.dashboard.web.Query;

/** {@code /api/plan}, {@code /api/plans}, the queue of a machine and the operations of an order. */
public final class PlanEndpoints implements Endpoints {
    private static final int MOST_SECONDS = 600;
    private static final int DEAREST = 10;
    private static final int MOST_JUSTIFICATIONS = 1000;

    private final PlanService plans;
    private final SolveService solves;
    private final ExplanationService explanations;

    public PlanEndpoints(PlanService plans, SolveService solves, ExplanationService explanations) {
        this.plans = plans;
        this.solves = solves;
        this.explanations = explanations;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/plan", this::plan, Access.READ);
        routes.get("/api/plans", context -> context.json(Items.of(plans.listPlans())), Access.READ);
        routes.get("/api/plan/solve", context -> context.json(solves.status()), Access.READ);
        routes.post("/api/plan/solve", this::solve, Access.PLANNER);
        routes.delete("/api/plan/solve", context -> context.json(solves.stop()), Access.PLANNER);
        routes.post("/api/plan/release", this::release, Access.PLANNER);
        routes.get("/api/plan/explanation", this::planExplanation, Access.READ);
        routes.get("/api/plan/gangs", context -> context.json(Items.of(explanations.gangs())), Access.PLANNER);
        routes.get("/api/plan/orders/{id}/explanation", this::explanation, Access.READ);
        routes.get("/api/plan/orders/{id}/remedies", this::remedies, Access.PLANNER);
        routes.post("/api/plan/orders/{id}/remedies/{code}/apply", this::apply, Access.PLANNER);
        routes.get(
                "/api/machines/{id}/queue", context -> context.json(plans.queue(context.pathParam("id"))), Access.READ);
        routes.get("/api/orders/{id}", context -> context.json(plans.getOrder(context.pathParam("id"))), Access.READ);
    }

    private void plan(Context context) {
        context.json(plans.getPlan(version(context)));
    }

    private void explanation(Context context) {
        context.json(explanations.explain(context.pathParam("id"), version(context)));
    }

    private void planExplanation(Context context) {
        int dearest = Query.integer(context, "dearest", 1, MOST_JUSTIFICATIONS).orElse(DEAREST);
        context.json(explanations.explainPlan(version(context), dearest));
    }

    private void remedies(Context context) {
        context.json(Items.of(explanations.remedies(context.pathParam("id"), version(context))));
    }

    private void apply(Context context) {
        context.status(201)
                .json(explanations.apply(
                        context.pathParam("id"),
                        context.pathParam("code"),
                        version(context),
                        Guard.caller(context).name()));
    }

    private static @Nullable Integer version(Context context) {
        return Query.integer(context, "version", 1, Integer.MAX_VALUE).orElse(null);
    }

    private void solve(Context context) {
        SolveRequest asked = Body.of(context, SolveRequest.class);
        int seconds = asked.seconds();
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw new BadParameterException(
                    "seconds", "The seconds (%d) must be between 1 and %d.".formatted(seconds, MOST_SECONDS));
        }
        String who = Guard.caller(context).name();
        Double stability = asked.stability();
        if (stability != null && !(stability >= 0 && stability <= PlanningConfig.MOST_STABILITY)) {
            throw new BadParameterException(
                    "stability",
                    "The stability (%s) must be between 0 and %.0f: how many times the plant file's price of moving work counts."
                            .formatted(stability, PlanningConfig.MOST_STABILITY));
        }
        context.status(202)
                .json(stability == null ? solves.start(seconds, who) : solves.start(seconds, stability, who));
    }

    private void release(Context context) {
        int version = Body.of(context, ReleaseRequest.class).version();
        context.json(plans.release(version, Guard.caller(context).name()));
    }
}
