package vn.nhain.dashboard.machine.http;

import io.javalin.config.RoutesConfig;
import vn.nhain.dashboard.machine.MachineService;
import vn.nhain.dashboard.web.Access;
import vn.nhain.dashboard.web.Endpoints;
import vn.nhain.dashboard.web.Items;

/** {@code /api/machines}. */
public final class MachineEndpoints implements Endpoints {
    private final MachineService machines;

    public MachineEndpoints(MachineService machines) {
        this.machines = machines;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/machines", context -> context.json(Items.of(machines.listMachines())), Access.READ);
        routes.get(
                "/api/machines/{id}",
                context -> context.json(machines.getMachine(context.pathParam("id"))),
                Access.READ);
    }
}
