package vn.nhain.simulators.order;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.order.Gate;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.OperationKind;

/** What an order still waits for before it may start. */
final class Readiness {
    private static final double PROOF_TIME_UNKNOWN = 0.3;
    private static final double PLATES_OPEN = 0.2;
    private static final double DIE_OPEN = 0.15;
    private static final double DEPOSIT_ASKED = 0.15;
    private static final double DEPOSIT_OPEN = 0.1;
    private static final Duration PLATES_AFTER_PROOF = Duration.ofHours(4);

    private final Instant start;

    Readiness(Instant start) {
        this.start = start;
    }

    /** Gates of a repeat: plates and dies are kept, and nobody signs again. */
    List<Gate> ofRepeat(List<Operation> operations) {
        List<Gate> gates = new ArrayList<>();
        gates.add(cleared(Gate.Kind.PROOF));
        gates.add(cleared(Gate.Kind.PLATES));
        if (hasDie(operations)) {
            gates.add(cleared(Gate.Kind.DIE));
        }
        return gates;
    }

    /** Gates of new work. */
    List<Gate> ofNew(List<Operation> operations, boolean waitsForProof, Dice dice) {
        List<Gate> gates = new ArrayList<>();
        Instant signed = waitsForProof && !dice.chance(PROOF_TIME_UNKNOWN) ? in(dice.between(4, 48)) : null;
        gates.add(waitsForProof ? open(Gate.Kind.PROOF, signed) : cleared(Gate.Kind.PROOF));
        if (waitsForProof) {
            gates.add(open(Gate.Kind.PLATES, signed == null ? null : signed.plus(PLATES_AFTER_PROOF)));
        } else {
            gates.add(gate(Gate.Kind.PLATES, PLATES_OPEN, 2, 16, dice));
        }
        if (hasDie(operations)) {
            gates.add(gate(Gate.Kind.DIE, DIE_OPEN, 8, 40, dice));
        }
        if (dice.chance(DEPOSIT_ASKED)) {
            gates.add(gate(Gate.Kind.DEPOSIT, DEPOSIT_OPEN, 4, 24, dice));
        }
        return gates;
    }

    private Gate gate(Gate.Kind kind, double open, double leastHours, double mostHours, Dice dice) {
        return dice.chance(open) ? open(kind, in(dice.between(leastHours, mostHours))) : cleared(kind);
    }

    private Instant in(double hours) {
        return start.plus(Duration.ofMinutes(Math.round(hours * 60)));
    }

    private static boolean hasDie(List<Operation> operations) {
        return operations.stream().anyMatch(o -> o.kind() == OperationKind.DIE_CUT);
    }

    private static Gate cleared(Gate.Kind kind) {
        return new Gate(kind, true, null);
    }

    private static Gate open(Gate.Kind kind, @Nullable Instant expected) {
        return new Gate(kind, false, expected);
    }
}
