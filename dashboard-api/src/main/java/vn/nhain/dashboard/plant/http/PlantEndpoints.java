package vn.nhain.dashboard.plant.http;

import io.javalin.config.RoutesConfig;
import vn.nhain.dashboard.plant.PlantService;
import vn.nhain.dashboard.web.Access;
import vn.nhain.dashboard.web.Endpoints;

/** {@code /api/plant} and {@code /api/clock}. */
public final class PlantEndpoints implements Endpoints {
    private final PlantService plant;

    public PlantEndpoints(PlantService plant) {
        this.plant = plant;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/plant", context -> context.json(plant.plant()), Access.READ);
        routes.get("/api/clock", context -> context.json(plant.clock()), Access.READ);
    }
}
