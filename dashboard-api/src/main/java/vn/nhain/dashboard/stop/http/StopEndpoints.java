package vn.nhain.dashboard.stop.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import vn.nhain.dashboard.stop.StopService;
import vn.nhain.dashboard.stop.api.StopRequest;
import vn.nhain.dashboard.web.Access;
import vn.nhain.dashboard.web.Body;
import vn.nhain.dashboard.web.Endpoints;
import vn.nhain.dashboard.web.Guard;
import vn.nhain.dashboard.web.Items;

/** {@code /api/machines/{id}/stop-reason} and what was given. */
public final class StopEndpoints implements Endpoints {
    private final StopService stops;

    public StopEndpoints(StopService stops) {
        this.stops = stops;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/machines/{id}/stop-reason", this::report, Access.OPERATOR);
        routes.get(
                "/api/machines/{id}/stop-reasons",
                context -> context.json(Items.of(stops.listNewest(context.pathParam("id")))),
                Access.READ);
    }

    private void report(Context context) {
        StopRequest request = Body.of(context, StopRequest.class);
        String who = Guard.caller(context).name();
        context.status(201).json(stops.report(context.pathParam("id"), request.reason(), request.note(), who));
    }
}
