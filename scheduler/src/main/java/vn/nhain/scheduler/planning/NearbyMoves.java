package vn.nhain.scheduler.planning;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.AbstractMove;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import vn.nhain.scheduler.kernel.neighbourhood.Proposal;

/** Turns the kernel's proposals into OptaPlanner's moves. */
public final class NearbyMoves implements MoveIteratorFactory<Plan, AbstractMove<Plan>> {
    @Override
    public long getSize(ScoreDirector<Plan> director) {
        Plan plan = director.getWorkingSolution();
        return (long) plan.problem().operations() * Math.max(1, plan.problem().machines());
    }

    @Override
    public Iterator<AbstractMove<Plan>> createOriginalMoveIterator(ScoreDirector<Plan> director) {
        throw new UnsupportedOperationException("These moves are drawn at random: use a random selection order.");
    }

    @Override
    public Iterator<AbstractMove<Plan>> createRandomMoveIterator(ScoreDirector<Plan> director, Random random) {
        return new Drawn(director, random);
    }

    private static final class Drawn implements Iterator<AbstractMove<Plan>> {
        private final TimetableCalculator calculator;
        private final Plan plan;
        private final Random random;
        private @Nullable Proposal next;

        Drawn(ScoreDirector<Plan> director, Random random) {
            this.calculator = TimetableCalculator.of(director);
            this.plan = director.getWorkingSolution();
            this.random = random;
        }

        @Override
        public boolean hasNext() {
            if (next == null) {
                next = calculator.propose(random);
            }
            return next != null;
        }

        @Override
        public AbstractMove<Plan> next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException("No operation can go anywhere else.");
            }
            Proposal proposal = next;
            next = null;
            return calculator.toMove(plan, proposal);
        }
    }
}
