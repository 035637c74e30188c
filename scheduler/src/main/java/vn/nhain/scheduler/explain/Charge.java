package vn.nhain.scheduler.explain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.stream.ConstraintJustification;
import vn.nhain.scheduler.api.CostLine;
import vn.nhain.scheduler.api.PlanExplanation.Justification;
import vn.nhain.scheduler.api.Reason;
import vn.nhain.scheduler.words.Words.Both;

/** One part of a line of cost, and what for. */
record Charge(
        CostLine line,
        String orderId,
        @Nullable String operationId,
        @Nullable String machineId,
        double vnd,
        Both because)
        implements ConstraintJustification {
    /** A part that an operation on its machine is to blame for. */
    static Charge of(CostLine line, Work work, double vnd, Both because) {
        return new Charge(
                line, work.order().id(), work.operation().id(), work.machine().id(), vnd, because);
    }

    boolean isSome() {
        return vnd > 0;
    }

    /** The exact decimal value, so that the score does not depend on the order in which parts are added. */
    BigDecimal amount() {
        return BigDecimal.valueOf(vnd);
    }

    Justification justification() {
        return new Justification(
                orderId, operationId, machineId, vnd, new Reason(line.key(), because.en(), because.vi()));
    }
}
