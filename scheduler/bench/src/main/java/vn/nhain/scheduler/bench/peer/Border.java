package vn.nhain.scheduler.bench.peer;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.List;

/**
 * What comes after a part of a plan, as bounds: with the order after the part as it is, the plan ends by a target exactly when
 * nothing in the part ends later than {@link Latest} says. The first target is the makespan of the plan and must be met; each
 * further one is lower and has a literal that is true only when it is met.
 */
final class Border {
    private final CpModel model;
    private final List<Level> levels = new ArrayList<>();

    private record Level(Latest latest, Literal reached) {}

    /**
     * Borders of a model.
     *
     * @param levels by target, the highest first
     */
    Border(CpModel model, List<Latest> levels) {
        this.model = model;
        for (int i = 0; i < levels.size(); i++) {
            this.levels.add(new Level(levels.get(i), i == 0 ? model.trueLiteral() : model.newBoolVar("")));
        }
    }

    /** Literals of the lower targets. */
    List<Literal> reached() {
        return levels.stream().skip(1).map(Level::reached).toList();
    }

    /** An operation of the part ends by each target. */
    void endsInTime(LinearArgument end) {
        levels.forEach(level -> atMost(end, level.latest.target(), level.reached, model.trueLiteral()));
    }

    /** An operation beyond the border waits for one of the part, which lets it start and end at the earliest then. */
    void successor(int successor, LinearArgument start, LinearArgument end) {
        for (Level level : levels) {
            atMost(start, level.latest.start(successor), level.reached, model.trueLiteral());
            atMost(end, level.latest.end(successor), level.reached, model.trueLiteral());
        }
    }

    /**
     * The same for an operation beyond the border whose setup changes when {@code arc} holds: a longer one needs a later start
     * in its window, and so an earlier one in order to be in time.
     */
    void successor(int successor, int machine, int setup, LinearArgument start, LinearArgument end, Literal arc) {
        for (Level level : levels) {
            atMost(start, level.latest.startWith(successor, machine, setup), level.reached, arc);
            atMost(end, level.latest.endWith(successor, machine, setup), level.reached, arc);
        }
    }

    /** An operation beyond the border comes right after an end on its machine, when {@code arc} holds. */
    void next(int beyond, int machine, int setup, LinearArgument end, Literal arc) {
        for (Level level : levels) {
            atMost(end, level.latest.endBefore(beyond, machine, setup), level.reached, arc);
        }
    }

    private void atMost(LinearArgument time, int latest, Literal reached, Literal arc) {
        if (latest == Latest.NEVER) {
            model.addBoolOr(new Literal[] {reached.not(), arc.not()});
        } else {
            model.addLessOrEqual(time, latest).onlyEnforceIf(new Literal[] {reached, arc});
        }
    }
}
