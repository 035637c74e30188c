package vn.nhain.scheduler.kernel.workload;

import vn.nhain.scheduler.kernel.timetable.Timetable;

/**
 * The plans that a search comes back to. A round is the search between two restarts; its best plan is where the next round
 * begins when it is no worse than where this one began, and now and then when it is a little worse (iterated local search:
 * Lourenço, Martin, Stützle, Handbook of Metaheuristics, 2003). After many rounds in vain the next one begins at the best
 * plan of all.
 */
final class Incumbents {
    /** Rounds in vain after which one that is a little worse is taken. */
    private static final int STUBBORN = 10;
    /** How much worse, in parts of the makespan. */
    private static final double LITTLE = 0.01;
    /** Rounds in vain after which the search goes back to the best plan. */
    private static final int LOST = 100;

    private int[][] best;
    private int bestMakespan;
    private int[][] base;
    private int baseMakespan;
    private int[][] round;
    private int roundMakespan;
    private int roundsSinceBase;
    private int roundsSinceBest;

    Incumbents(Timetable start) {
        best = start.sequences();
        base = best;
        round = best;
        bestMakespan = start.makespan();
        baseMakespan = bestMakespan;
        roundMakespan = bestMakespan;
    }

    int[][] best() {
        return best;
    }

    int bestMakespan() {
        return bestMakespan;
    }

    /** Notes a plan; whether it is the best of its round so far. */
    boolean offer(Timetable plan) {
        int makespan = plan.makespan();
        if (makespan >= roundMakespan) {
            return false;
        }
        round = plan.sequences();
        roundMakespan = makespan;
        if (makespan < bestMakespan) {
            best = round;
            bestMakespan = makespan;
            roundsSinceBest = 0;
        }
        return true;
    }

    /** Ends a round and says where the next one begins. */
    int[][] endRound() {
        roundsSinceBase++;
        roundsSinceBest++;
        double most = roundsSinceBase > STUBBORN ? baseMakespan * (1 + LITTLE) : baseMakespan;
        if (roundsSinceBest > LOST) {
            base = best;
            baseMakespan = bestMakespan;
            roundsSinceBest = 0;
            roundsSinceBase = 0;
        } else if (roundMakespan <= most) {
            roundsSinceBase = roundMakespan == baseMakespan ? roundsSinceBase : 0;
            base = round;
            baseMakespan = roundMakespan;
        }
        roundMakespan = Integer.MAX_VALUE;
        return base;
    }
}
