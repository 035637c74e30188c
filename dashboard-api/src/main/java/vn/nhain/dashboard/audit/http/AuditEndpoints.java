package vn.nhain.dashboard.audit.http;

import io.javalin.config.RoutesConfig;
import vn.nhain.dashboard.audit.AuditLog;
import vn.nhain.dashboard.web.Access;
import vn.nhain.dashboard.web.Endpoints;
import vn.nhain.dashboard.web.Items;
import vn.nhain.dashboard.web.Query;

/** {@code /api/audit}. */
public final class AuditEndpoints implements Endpoints {
    private static final int LIMIT = 200;
    private static final int MOST = 2000;

    private final AuditLog audit;

    public AuditEndpoints(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(
                "/api/audit",
                context -> context.json(Items.of(
                        audit.newest(Query.integer(context, "limit", 1, MOST).orElse(LIMIT)))),
                Access.MANAGER);
    }
}
