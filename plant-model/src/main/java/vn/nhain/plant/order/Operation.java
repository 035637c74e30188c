package vn.nhain.plant.order;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.validation.Require;

/**
 * One process step of an order. Quantities chain backwards: to get {@code goodQuantity} out, it takes
 * {@code ceil(goodQuantity × inputs / outputs)} good ones in, plus the waste of the step itself.
 *
 * @param id unique in the order, such as {@code P1} or {@code DIE}
 * @param kind what is done
 * @param goodQuantity good output wanted of this step in its own unit, before any allowance of later steps, at least 1
 * @param unit unit of the output: {@code sheet} or {@code piece}
 * @param inputs so many units in make {@code outputs} units out (1 sheet makes 8 boxes: inputs 1, outputs 8; 10 signatures
 *     make a book: inputs 10, outputs 1, split over its predecessors in
 *     proportion to their good quantities)
 * @param outputs see {@code inputs}
 * @param predecessors ids of operations of the same order that must end first
 * @param minLag time that must pass after it before a successor starts, such as drying; a press
 *     with UV inks needs none after {@code PRINT}
 * @param maxLag time after its end within which each successor must have started, such as the open time of a primer or a glue;
 *     null when there is none
 * @param transferBatch units of its output that are handed on together while it still runs: successors start when the first
 *     such batch is through, its {@code minLag} included, and wait for none of the others; 0 when they wait for its end
 * @param form what is on the machine
 */
public record Operation(
        String id,
        OperationKind kind,
        int goodQuantity,
        String unit,
        int inputs,
        int outputs,
        List<String> predecessors,
        Duration minLag,
        @Nullable Duration maxLag,
        int transferBatch,
        Form form) {
    /** The unit of printed and finished sheets. */
    public static final String SHEET = "sheet";
    /** The unit of boxes, signatures, books and the like. */
    public static final String PIECE = "piece";

    private static final List<String> UNITS = List.of(SHEET, PIECE);

    public Operation {
        predecessors = List.copyOf(predecessors);
        Require.text("an operation", "id", id);
        String owner = "operation " + id;
        Require.atLeast(owner, "goodQuantity", goodQuantity, 1);
        Require.that(UNITS.contains(unit), owner, "unit", unit, "must be one of " + UNITS);
        Require.atLeast(owner, "inputs", inputs, 1);
        Require.atLeast(owner, "outputs", outputs, 1);
        Require.distinct(owner, "predecessors", predecessors, p -> p);
        Require.that(!predecessors.contains(id), owner, "predecessors", predecessors, "must not name itself");
        Require.that(!minLag.isNegative(), owner, "minLag", minLag, "must not be negative");
        if (maxLag != null) {
            Require.that(
                    maxLag.compareTo(minLag) >= 0,
                    owner,
                    "maxLag",
                    maxLag,
                    "must not be shorter than its minLag (%s)".formatted(minLag));
        }
        Require.atLeast(owner, "transferBatch", transferBatch, 0);
    }

    /** An operation whose successors wait for its end, and may then take their time. */
    public Operation(
            String id,
            OperationKind kind,
            int goodQuantity,
            String unit,
            int inputs,
            int outputs,
            List<String> predecessors,
            Duration minLag,
            Form form) {
        this(id, kind, goodQuantity, unit, inputs, outputs, predecessors, minLag, null, 0, form);
    }

    /** The same with a maximum lag; none when it is null. */
    public Operation withMaxLag(@Nullable Duration most) {
        return new Operation(
                id, kind, goodQuantity, unit, inputs, outputs, predecessors, minLag, most, transferBatch, form);
    }

    /** The same in batches of so many units; 0 for none. */
    public Operation withTransferBatch(int units) {
        return new Operation(id, kind, goodQuantity, unit, inputs, outputs, predecessors, minLag, maxLag, units, form);
    }

    /** Number of batches that so much good output is handed on in; 1 without batches. */
    public int batches(int goodOut) {
        return transferBatch == 0 ? 1 : Math.toIntExact(ceilDiv(goodOut, transferBatch));
    }

    /**
     * Strokes of the machine for so many good units out: each turns {@code inputs} units into {@code outputs}. Speeds and
     * waste allowances of a machine or process count these.
     */
    public int cycles(int goodOut) {
        return Math.toIntExact(ceilDiv(goodOut, outputs));
    }

    /** Good units that must go in for so many good units out, before the waste of this step. */
    public int goodIn(int goodOut) {
        return Math.toIntExact(ceilDiv((long) goodOut * inputs, outputs));
    }

    private static long ceilDiv(long dividend, long divisor) {
        return -Math.floorDiv(-dividend, divisor);
    }
}
