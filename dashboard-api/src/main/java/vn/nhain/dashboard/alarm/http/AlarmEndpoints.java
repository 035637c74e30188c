package vn.nhain.dashboard.alarm.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import vn.nhain.dashboard.alarm.AlarmService;
import vn.nhain.dashboard.web.Access;
import vn.nhain.dashboard.web.Endpoints;
import vn.nhain.dashboard.web.Guard;
import vn.nhain.dashboard.web.Items;
import vn.nhain.dashboard.web.Query;

/** {@code /api/alarms}. */
public final class AlarmEndpoints implements Endpoints {
    private static final int NEWEST = 200;

    private final AlarmService alarms;

    public AlarmEndpoints(AlarmService alarms) {
        this.alarms = alarms;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/alarms", this::list, Access.READ);
        routes.post("/api/alarms/{id}/acknowledge", this::acknowledge, Access.OPERATOR, Access.PLANNER);
    }

    private void list(Context context) {
        boolean all = Query.flag(context, "all").orElse(false);
        context.json(Items.of(all ? alarms.listNewest(NEWEST) : alarms.listActive()));
    }

    private void acknowledge(Context context) {
        String who = Guard.caller(context).name();
        alarms.acknowledge(context.pathParam("id"), who);
        context.json(Map.of("id", context.pathParam("id"), "acknowledgedBy", who));
    }
}
