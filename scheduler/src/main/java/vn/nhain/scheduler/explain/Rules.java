package vn.nhain.scheduler.explain;

import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.order.Gate;
import vn.nhain.scheduler.check.SetupArithmetic;

/** Whether a row breaks a hard constraint. */
final class Rules {
    private Rules() {}

    static boolean cannotRun(Work w, Facts facts) {
        return w.machine().findObstacle(w.operation()).isPresent();
    }

    /** A machine that could not do it in the best state breaks another rule. */
    static boolean isBarredByQuality(Work w, Facts facts) {
        int allowed =
                facts.stateAt(w.machine(), w.start()).allowedRank(w.machine().certified());
        int needed = w.prints() ? w.form().quality().rank() : 1;
        return !cannotRun(w, facts) && allowed < needed;
    }

    static long setupNeeded(Work w) {
        return SetupArithmetic.minutes(w.machine(), w.before().form(), w.form());
    }

    static boolean hasAnotherSetup(Work w, Facts facts) {
        return w.start() - w.setupStart() != setupNeeded(w);
    }

    static boolean setsUpInClosedHours(Work w, Facts facts) {
        BitSet open = facts.hours().open(w.machine());
        return w.setupStart() >= 0 && w.start() > w.setupStart() && open.nextClearBit(w.setupStart()) < w.start();
    }

    static boolean startsOrEndsInClosedHours(Work w, Facts facts) {
        BitSet open = facts.hours().open(w.machine());
        return w.start() >= 0 && !(open.get(w.start()) && open.get(w.end() - 1));
    }

    static long runNeeded(Work w) {
        int cycles = w.operation().cycles(w.task().quantities().goodOut())
                + w.task().quantities().waste();
        long run = (long) Math.ceil(w.machine().runMinutes(w.operation(), cycles) - 1e-9);
        return Math.max(1, run) + SetupArithmetic.minutesBetweenPasses(w.machine(), w.form());
    }

    /** What should have begun before the origin is told as such; its length cannot be judged. */
    static boolean hasAnotherLength(Work w, Facts facts) {
        return w.start() >= 0 && facts.hours().openBetween(w.machine(), w.start(), w.end()) != runNeeded(w);
    }

    static boolean makesAnotherQuantity(Work w, Facts facts) {
        return w.times().quantity() != w.task().quantities().goodOut()
                || w.times().unitsIn() != w.task().quantities().unitsIn();
    }

    static boolean startsBeforeAGate(Work w, Facts facts) {
        return findGate(w, facts).isPresent();
    }

    /** A gate that is not there when the run starts. */
    static Optional<Gate> findGate(Work w, Facts facts) {
        return w.order().gates().stream()
                .filter(g -> !g.cleared())
                .filter(g -> g.expected() == null || facts.at(w.start()).isBefore(g.expected()))
                .findFirst();
    }

    /** Whether two rows that use the same thing at a time break a rule. */
    static boolean isShared(Work a, Work b, @Nullable String thing) {
        return thing != null && (a.isFree() || b.isFree());
    }
}
