package vn.nhain.scheduler.planning;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.AbstractMove;
import vn.nhain.scheduler.kernel.neighbourhood.Proposal;

/** Takes a task to another place. */
final class RelocateMove extends AbstractMove<Plan> {
    private final Task task;
    private final Station from;
    private final int fromIndex;
    private final Station to;
    private final int toIndex;
    private final boolean undo;

    RelocateMove(Task task, Station from, int fromIndex, Station to, int toIndex, boolean undo) {
        this.task = task;
        this.from = from;
        this.fromIndex = fromIndex;
        this.to = to;
        this.toIndex = toIndex;
        this.undo = undo;
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<Plan> director) {
        return from != to || fromIndex != toIndex;
    }

    @Override
    protected RelocateMove createUndoMove(ScoreDirector<Plan> director) {
        return new RelocateMove(task, to, toIndex, from, fromIndex, true);
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<Plan> director) {
        if (from == to) {
            int low = Math.min(fromIndex, toIndex);
            int high = Math.max(fromIndex, toIndex) + 1;
            director.beforeListVariableChanged(from, Station.TASKS, low, high);
            from.tasks().remove(fromIndex);
            from.tasks().add(toIndex, task);
            director.afterListVariableChanged(from, Station.TASKS, low, high);
        } else {
            director.beforeListVariableChanged(from, Station.TASKS, fromIndex, fromIndex + 1);
            from.tasks().remove(fromIndex);
            director.afterListVariableChanged(from, Station.TASKS, fromIndex, fromIndex);
            director.beforeListVariableChanged(to, Station.TASKS, toIndex, toIndex);
            to.tasks().add(toIndex, task);
            director.afterListVariableChanged(to, Station.TASKS, toIndex, toIndex + 1);
        }
        TimetableCalculator calculator = TimetableCalculator.of(director);
        if (undo) {
            calculator.back();
        } else {
            calculator.forward(new Proposal.Relocate(task.id(), to.id(), toIndex));
        }
    }

    @Override
    public RelocateMove rebase(ScoreDirector<Plan> destination) {
        return new RelocateMove(
                destination.lookUpWorkingObject(task),
                destination.lookUpWorkingObject(from),
                fromIndex,
                destination.lookUpWorkingObject(to),
                toIndex,
                undo);
    }

    @Override
    public Collection<?> getPlanningEntities() {
        return List.of(from, to);
    }

    @Override
    public Collection<?> getPlanningValues() {
        return List.of(task);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RelocateMove move
                && task.equals(move.task)
                && from == move.from
                && fromIndex == move.fromIndex
                && to == move.to
                && toIndex == move.toIndex;
    }

    @Override
    public int hashCode() {
        return Objects.hash(task, fromIndex, toIndex, to.id());
    }

    @Override
    public String toString() {
        return "%s: machine %d[%d] -> machine %d[%d]".formatted(task, from.id(), fromIndex, to.id(), toIndex);
    }
}
