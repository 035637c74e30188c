package vn.nhain.simulators.order;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.nhain.plant.order.Form;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.OperationKind;

/** Collects the operations of an order step by step. */
final class RouteBuilder {
    private final List<Operation> operations = new ArrayList<>();

    /** A step on sheets: as many go in as come out. */
    String sheets(String id, OperationKind kind, int good, Form form, Duration lag, List<String> after) {
        return add(id, kind, good, Operation.SHEET, 1, 1, form, lag, after);
    }

    /** A step on pieces: as many go in as come out. */
    String pieces(String id, OperationKind kind, int good, Form form, Duration lag, List<String> after) {
        return add(id, kind, good, Operation.PIECE, 1, 1, form, lag, after);
    }

    /** A step that makes so many pieces of a sheet. */
    String divide(String id, OperationKind kind, int good, int up, Form form, List<String> after) {
        return add(id, kind, good, Operation.PIECE, 1, up, form, Duration.ZERO, after);
    }

    /** A step that makes one piece of several. */
    String join(String id, OperationKind kind, int good, int parts, Form form, Duration lag, List<String> after) {
        return add(id, kind, good, Operation.PIECE, parts, 1, form, lag, after);
    }

    /** What follows the step added last must begin within a time after its end. */
    void followedWithin(Duration most) {
        operations.set(operations.size() - 1, last().withMaxLag(most));
    }

    /** The step added last hands on in so many batches, each of whole packs. */
    void inBatches(int batches, int perPack) {
        int packs = Math.max(1, last().goodQuantity() / perPack / batches);
        operations.set(operations.size() - 1, last().withTransferBatch(packs * perPack));
    }

    private Operation last() {
        return operations.get(operations.size() - 1);
    }

    /** Packing, so many pieces in a pack. */
    void pack(int good, int perPack, Form form, String after) {
        add("PACK", OperationKind.PACK, good, Operation.PIECE, perPack, perPack, form, Duration.ZERO, List.of(after));
    }

    List<Operation> operations() {
        return List.copyOf(operations);
    }

    private String add(
            String id,
            OperationKind kind,
            int good,
            String unit,
            int inputs,
            int outputs,
            Form form,
            Duration lag,
            List<String> after) {
        operations.add(new Operation(id, kind, good, unit, inputs, outputs, after, lag, form));
        return id;
    }
}
