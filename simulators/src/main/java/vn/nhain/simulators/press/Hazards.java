package vn.nhain.simulators.press;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws the stops and faults of a machine at work: both are Poisson processes in its working time. */
final class Hazards {
    /** Stop reasons that a machine at work gives, with their weights. */
    private static final List<Reason> REASONS = List.of(
            new Reason("PAPER_JAM", 30),
            new Reason("CLEANING", 20),
            new Reason("WAIT_INK", 12),
            new Reason("WAIT_PAPER", 18),
            new Reason("NO_CREW", 8),
            new Reason("WAIT_OK", 12));

    private static final double REPAIR_SIGMA = 0.7;

    private final Traits traits;
    private final Temper temper;
    private final Chance chance;
    private final List<Reason> reasons;

    private record Reason(String code, int weight) {}

    /** Only reasons of the plant's own list are given. */
    Hazards(Traits traits, Temper temper, Chance chance, List<String> plantReasons) {
        this.traits = traits;
        this.temper = temper;
        this.chance = chance;
        this.reasons =
                REASONS.stream().filter(r -> plantReasons.contains(r.code())).toList();
    }

    /** The interruption that begins in a second of work, if one does. */
    @Nullable
    Interruption draw(long step, boolean running) {
        Interruption fault = drawFault(step);
        return fault != null || !running ? fault : drawStop(step);
    }

    private @Nullable Interruption drawFault(long step) {
        for (FaultKind kind : traits.faults()) {
            double perSecond = temper.faults() / (kind.meanHoursBetween() * 3600);
            if (chance.uniform(step, kind.code()) < perSecond) {
                double length = kind.meanMinutesToRepair() * 60 * chance.spread(step, "repair", REPAIR_SIGMA, 0.2, 5);
                return new Interruption(
                        Interruption.Kind.FAULT, kind.code(), kind.text(), step + Math.max(60, Math.round(length)));
            }
        }
        return null;
    }

    private @Nullable Interruption drawStop(long step) {
        if (chance.uniform(step, "stop") >= temper.stops() / (traits.minutesBetweenStops() * 60)) {
            return null;
        }
        double median = traits.stopMinutes() * 60;
        double length = median * Math.exp(Traits.STOP_SIGMA * chance.gaussian(step, "stop.length"));
        return new Interruption(Interruption.Kind.STOP, reason(step), "", step + Math.max(15, Math.round(length)));
    }

    private String reason(long step) {
        int total = reasons.stream().mapToInt(Reason::weight).sum();
        double at = chance.uniform(step, "stop.reason") * total;
        for (Reason reason : reasons) {
            at -= reason.weight();
            if (at < 0) {
                return reason.code();
            }
        }
        return "";
    }
}
