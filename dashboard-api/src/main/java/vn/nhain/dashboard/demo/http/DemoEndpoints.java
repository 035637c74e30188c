package vn.nhain.dashboard.demo.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import vn.nhain.dashboard.demo.DemoService;
import vn.nhain.dashboard.demo.api.DemoRequest;
import vn.nhain.dashboard.web.Access;
import vn.nhain.dashboard.web.Body;
import vn.nhain.dashboard.web.Endpoints;
import vn.nhain.dashboard.web.Guard;

/** {@code /api/demo}. */
public final class DemoEndpoints implements Endpoints {
    private final DemoService demo;

    public DemoEndpoints(DemoService demo) {
        this.demo = demo;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/demo", context -> context.json(demo.view()), Access.READ);
        routes.post("/api/demo/speed", this::speed, Access.PLANNER);
        routes.post("/api/demo/auto-release", this::autoRelease, Access.PLANNER);
        routes.post("/api/demo/break", this::breakMachine, Access.PLANNER);
        routes.post("/api/demo/delay-paper", this::delayPaper, Access.PLANNER);
        routes.post("/api/demo/reset", context -> context.json(demo.reset(who(context))), Access.PLANNER);
    }

    private void speed(Context context) {
        context.json(demo.setSpeed(Body.of(context, DemoRequest.Speed.class).speed(), who(context)));
    }

    private void autoRelease(Context context) {
        context.json(demo.setAutoRelease(
                Body.of(context, DemoRequest.AutoRelease.class).on(), who(context)));
    }

    private void breakMachine(Context context) {
        DemoRequest.Break request = Body.of(context, DemoRequest.Break.class);
        context.json(demo.breakMachine(request.machineId(), request.minutes(), who(context)));
    }

    private void delayPaper(Context context) {
        DemoRequest.DelayPaper request = Body.of(context, DemoRequest.DelayPaper.class);
        context.json(demo.delayPaper(request.materialId(), request.hours(), who(context)));
    }

    private static String who(Context context) {
        return Guard.caller(context).name();
    }
}
