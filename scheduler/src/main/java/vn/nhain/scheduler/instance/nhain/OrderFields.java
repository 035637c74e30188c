package vn.nhain.scheduler.instance.nhain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.order.Coating;
import vn.nhain.plant.order.Form;
import vn.nhain.plant.order.Gate;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.order.Order;
import vn.nhain.plant.order.OrderStatus;
import vn.nhain.plant.quality.QualityProfile;

/** Reads an order. Null where it is wrong, which is noted. */
final class OrderFields {
    private OrderFields() {}

    static @Nullable Order order(Fields f) {
        List<Gate> gates = new ArrayList<>();
        for (Fields gate : f.list("gates")) {
            add(gates, gate(gate));
        }
        List<Operation> operations = new ArrayList<>();
        List<Fields> rows = f.requiredList("operations");
        for (Fields row : rows) {
            add(operations, operation(row));
        }
        String id = f.text("id");
        String customer = f.text("customer", "-");
        String product = f.text("product", "-");
        String title = f.text("title", "");
        int quantity = f.integer("quantity", 1);
        var due = f.instant("due");
        var customerDue = f.instantOrNull("customerDue");
        int priority = f.integer("priority", 1);
        boolean rush = f.flag("rush");
        String repeatOf = f.textOrNull("repeatOf");
        boolean fsc = f.flag("fsc");
        OrderStatus status = f.word("status", OrderStatus.class, OrderStatus.OPEN);
        boolean whole = operations.size() == rows.size();
        Order order = f.make(() -> new Order(
                id,
                customer,
                product,
                title,
                quantity,
                due,
                customerDue == null ? due : customerDue,
                priority,
                rush,
                repeatOf,
                fsc,
                status,
                gates,
                whole ? operations : List.of()));
        return whole ? order : null;
    }

    private static @Nullable Gate gate(Fields f) {
        Gate.Kind kind = f.word("kind", Gate.Kind.class);
        boolean cleared = f.flag("cleared");
        var expected = f.instantOrNull("expected");
        return f.make(() -> new Gate(kind, cleared, expected));
    }

    private static @Nullable Operation operation(Fields f) {
        Form form = form(f.object("form"));
        String id = f.text("id");
        OperationKind kind = f.word("kind", OperationKind.class);
        int goodQuantity = f.integer("goodQuantity");
        String unit = f.text("unit", Operation.SHEET);
        int inputs = f.integer("inputs", 1);
        int outputs = f.integer("outputs", 1);
        List<String> predecessors = f.texts("predecessors");
        Duration minLag = f.durationOrZero("minLag");
        Duration maxLag = f.durationOrNull("maxLag");
        int transferBatch = f.integer("transferBatch", 0);
        if (form == null) {
            f.end();
            return null;
        }
        return f.make(() -> new Operation(
                id, kind, goodQuantity, unit, inputs, outputs, predecessors, minLag, maxLag, transferBatch, form));
    }

    private static @Nullable Form form(Fields f) {
        String materialId = f.text("material");
        String paperFamily = f.text("paperFamily");
        int gsm = f.integer("gsm");
        var sheet = f.sheet("sheet");
        List<String> front = f.texts("frontInks");
        List<String> back = f.texts("backInks");
        Coating coating = f.word("coating", Coating.class, Coating.NONE);
        QualityProfile quality = f.word("quality", QualityProfile.class, QualityProfile.HOUSE);
        String plates = f.textOrNull("plateSet");
        String tool = f.textOrNull("tool");
        return f.make(() -> new Form(materialId, paperFamily, gsm, sheet, front, back, coating, quality, plates, tool));
    }

    static <T> void add(List<T> list, @Nullable T item) {
        if (item != null) {
            list.add(item);
        }
    }
}
