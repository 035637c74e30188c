package vn.nhain.dashboard.stock.http;

import io.javalin.config.RoutesConfig;
import vn.nhain.dashboard.stock.Reservations;
import vn.nhain.dashboard.stock.StockService;
import vn.nhain.dashboard.web.Access;
import vn.nhain.dashboard.web.Endpoints;
import vn.nhain.dashboard.web.Items;

/** {@code /api/stock}. */
public final class StockEndpoints implements Endpoints {
    private final StockService stock;
    private final Reservations reservations;

    public StockEndpoints(StockService stock, Reservations reservations) {
        this.stock = stock;
        this.reservations = reservations;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(
                "/api/stock",
                context -> context.json(Items.of(stock.listStock(reservations.reservedSheets()))),
                Access.READ);
    }
}
