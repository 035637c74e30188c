package vn.nhain.scheduler.planning;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.AbstractMove;
import vn.nhain.scheduler.kernel.neighbourhood.Proposal;

/** Lets two tasks change places. */
final class SwapMove extends AbstractMove<Plan> {
    private final Station stationA;
    private final int indexA;
    private final Station stationB;
    private final int indexB;
    private final boolean undo;

    SwapMove(Station stationA, int indexA, Station stationB, int indexB, boolean undo) {
        this.stationA = stationA;
        this.indexA = indexA;
        this.stationB = stationB;
        this.indexB = indexB;
        this.undo = undo;
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<Plan> director) {
        return stationA != stationB || indexA != indexB;
    }

    @Override
    protected SwapMove createUndoMove(ScoreDirector<Plan> director) {
        return new SwapMove(stationA, indexA, stationB, indexB, true);
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<Plan> director) {
        Task a = stationA.tasks().get(indexA);
        Task b = stationB.tasks().get(indexB);
        director.beforeListVariableChanged(stationA, Station.TASKS, indexA, indexA + 1);
        stationA.tasks().set(indexA, b);
        director.afterListVariableChanged(stationA, Station.TASKS, indexA, indexA + 1);
        director.beforeListVariableChanged(stationB, Station.TASKS, indexB, indexB + 1);
        stationB.tasks().set(indexB, a);
        director.afterListVariableChanged(stationB, Station.TASKS, indexB, indexB + 1);
        TimetableCalculator calculator = TimetableCalculator.of(director);
        if (undo) {
            calculator.back();
        } else {
            calculator.forward(new Proposal.Swap(a.id(), b.id()));
        }
    }

    @Override
    public SwapMove rebase(ScoreDirector<Plan> destination) {
        return new SwapMove(
                destination.lookUpWorkingObject(stationA),
                indexA,
                destination.lookUpWorkingObject(stationB),
                indexB,
                undo);
    }

    @Override
    public Collection<?> getPlanningEntities() {
        return List.of(stationA, stationB);
    }

    @Override
    public Collection<?> getPlanningValues() {
        return List.of();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SwapMove move
                && stationA == move.stationA
                && indexA == move.indexA
                && stationB == move.stationB
                && indexB == move.indexB;
    }

    @Override
    public int hashCode() {
        return Objects.hash(stationA.id(), indexA, stationB.id(), indexB);
    }

    @Override
    public String toString() {
        return "machine %d[%d] <-> machine %d[%d]".formatted(stationA.id(), indexA, stationB.id(), indexB);
    }
}
