package vn.nhain.dashboard.order.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.nhain.dashboard.database.Instants;
import vn.nhain.dashboard.json.Json;
import vn.nhain.dashboard.order.OrderRepository;
import vn.nhain.plant.order.Gate;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.Order;
import vn.nhain.plant.order.OrderStatus;

/** Orders in H2 or PostgreSQL. */
public final class JdbiOrderRepository implements OrderRepository {
    private final Jdbi jdbi;

    public JdbiOrderRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<Order> listOrders() {
        return jdbi.inTransaction(handle -> read(handle, ""));
    }

    @Override
    public Optional<Order> findOrder(String id) {
        return jdbi.inTransaction(handle -> read(handle, id).stream().findFirst());
    }

    @Override
    public int countOrders() {
        return jdbi.withHandle(handle -> handle.select("select count(*) from customer_order")
                .mapTo(int.class)
                .one());
    }

    @Override
    public void addOrders(Collection<Order> orders) {
        jdbi.useTransaction(handle -> {
            int ordinal = handle.select("select coalesce(max(ordinal), 0) from customer_order")
                    .mapTo(int.class)
                    .one();
            PreparedBatch heads = handle.prepareBatch("""
                    insert into customer_order (id, ordinal, customer, product, title, quantity, due, customer_due,
                      priority, rush, repeat_of, fsc, status)
                    values (:id, :ordinal, :customer, :product, :title, :quantity, :due, :customerDue,
                      :priority, :rush, :repeatOf, :fsc, :status)""");
            PreparedBatch gates = handle.prepareBatch(
                    "insert into order_gate (order_id, kind, ordinal, cleared, expected) values (:orderId, :kind, :ordinal, :cleared, :expected)");
            PreparedBatch operations = handle.prepareBatch(
                    "insert into order_operation (order_id, id, ordinal, content) values (:orderId, :id, :ordinal, :content)");
            for (Order order : orders) {
                ordinal++;
                bindHead(heads, order, ordinal);
                int place = 0;
                for (Gate gate : order.gates()) {
                    gates.bind("orderId", order.id())
                            .bind("kind", gate.kind().name())
                            .bind("ordinal", place++)
                            .bind("cleared", gate.cleared())
                            .bind("expected", Instants.toColumn(gate.expected()))
                            .add();
                }
                int position = 0;
                for (Operation operation : order.operations()) {
                    operations
                            .bind("orderId", order.id())
                            .bind("id", operation.id())
                            .bind("ordinal", position++)
                            .bind("content", Json.write(operation))
                            .add();
                }
            }
            execute(heads);
            execute(gates);
            execute(operations);
        });
    }

    @Override
    public void setStatus(String id, OrderStatus status) {
        jdbi.useHandle(handle -> handle.createUpdate("update customer_order set status = :status where id = :id")
                .bind("status", status.name())
                .bind("id", id)
                .execute());
    }

    private static void execute(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private static void bindHead(PreparedBatch heads, Order order, int ordinal) {
        heads.bind("id", order.id())
                .bind("ordinal", ordinal)
                .bind("customer", order.customer())
                .bind("product", order.product())
                .bind("title", order.title())
                .bind("quantity", order.quantity())
                .bind("due", Instants.toColumn(order.due()))
                .bind("customerDue", Instants.toColumn(order.customerDue()))
                .bind("priority", order.priority())
                .bind("rush", order.rush())
                .bind("repeatOf", order.repeatOf())
                .bind("fsc", order.fsc())
                .bind("status", order.status().name())
                .add();
    }

    /** Three queries whatever the number of orders; {@code id} empty for all. */
    private static List<Order> read(Handle handle, String id) {
        Map<String, List<Gate>> gates = new LinkedHashMap<>();
        handle.select("select * from order_gate where :id = '' or order_id = :id order by order_id, ordinal")
                .bind("id", id)
                .map((row, context) -> Map.entry(row.getString("order_id"), gate(row)))
                .forEach(e -> gates.computeIfAbsent(e.getKey(), k -> new ArrayList<>())
                        .add(e.getValue()));
        Map<String, List<Operation>> operations = new LinkedHashMap<>();
        handle.select("select * from order_operation where :id = '' or order_id = :id order by order_id, ordinal")
                .bind("id", id)
                .map((row, context) ->
                        Map.entry(row.getString("order_id"), Json.read(row.getString("content"), Operation.class)))
                .forEach(e -> operations
                        .computeIfAbsent(e.getKey(), k -> new ArrayList<>())
                        .add(e.getValue()));
        return handle.select("select * from customer_order where :id = '' or id = :id order by ordinal")
                .bind("id", id)
                .map((row, context) -> order(
                        row,
                        gates.getOrDefault(row.getString("id"), List.of()),
                        operations.getOrDefault(row.getString("id"), List.of())))
                .list();
    }

    private static Gate gate(ResultSet row) throws SQLException {
        return new Gate(
                Gate.Kind.valueOf(row.getString("kind")), row.getBoolean("cleared"), Instants.orNull(row, "expected"));
    }

    private static Order order(ResultSet row, List<Gate> gates, List<Operation> operations) throws SQLException {
        return new Order(
                row.getString("id"),
                row.getString("customer"),
                row.getString("product"),
                row.getString("title"),
                row.getInt("quantity"),
                Instants.of(row, "due"),
                Instants.of(row, "customer_due"),
                row.getInt("priority"),
                row.getBoolean("rush"),
                row.getString("repeat_of"),
                row.getBoolean("fsc"),
                OrderStatus.valueOf(row.getString("status")),
                gates,
                operations);
    }
}
