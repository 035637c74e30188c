package vn.nhain.dashboard.telemetry.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import vn.nhain.dashboard.telemetry.TelemetryService;
import vn.nhain.dashboard.web.Access;
import vn.nhain.dashboard.web.Endpoints;
import vn.nhain.dashboard.web.Items;
import vn.nhain.dashboard.web.Query;

/** {@code /api/machines/{id}/history} and {@code /states}. */
public final class HistoryEndpoints implements Endpoints {
    private final TelemetryService telemetry;

    public HistoryEndpoints(TelemetryService telemetry) {
        this.telemetry = telemetry;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/machines/{id}/history", this::history, Access.READ);
        routes.get("/api/machines/{id}/states", this::states, Access.READ);
    }

    private void history(Context context) {
        context.json(telemetry.history(
                context.pathParam("id"),
                Query.requiredText(context, "metric"),
                Query.instant(context, "from"),
                Query.instant(context, "to"),
                Query.integer(context, "points", TelemetryService.LEAST_POINTS, TelemetryService.MOST_POINTS)));
    }

    private void states(Context context) {
        context.json(Items.of(telemetry.states(
                context.pathParam("id"), Query.instant(context, "from"), Query.instant(context, "to"))));
    }
}
