package vn.nhain.dashboard.order.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Optional;
import vn.nhain.dashboard.order.OrderService;
import vn.nhain.dashboard.problem.BadParameterException;
import vn.nhain.dashboard.web.Access;
import vn.nhain.dashboard.web.Endpoints;
import vn.nhain.dashboard.web.Items;
import vn.nhain.dashboard.web.Query;
import vn.nhain.plant.order.OrderStatus;

/** {@code /api/orders}. */
public final class OrderEndpoints implements Endpoints {
    private final OrderService orders;

    public OrderEndpoints(OrderService orders) {
        this.orders = orders;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/orders", this::list, Access.READ);
    }

    private void list(Context context) {
        context.json(
                Items.of(orders.listOrders(status(context), Query.flag(context, "late"), Query.text(context, "q"))));
    }

    private static Optional<OrderStatus> status(Context context) {
        return Query.text(context, "status").map(word -> Arrays.stream(OrderStatus.values())
                .filter(s -> s.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new BadParameterException(
                        "status",
                        "The parameter status (%s) must be one of %s."
                                .formatted(word, Arrays.toString(OrderStatus.values())))));
    }
}
