package vn.nhain.scheduler.explain;

import org.optaplanner.core.api.score.stream.ConstraintJustification;
import vn.nhain.scheduler.api.PlanExplanation.Broken;
import vn.nhain.scheduler.api.Reason;
import vn.nhain.scheduler.words.Words.Both;

/** A hard constraint that is not kept, and by what. */
record Breach(String constraint, Work work, Both because) implements ConstraintJustification {
    static Breach of(String constraint, Work work, String en, String vi) {
        return new Breach(constraint, work, new Both(en, vi));
    }

    Broken broken() {
        return new Broken(
                constraint,
                work.order().id(),
                work.operation().id(),
                work.machine().id(),
                new Reason(constraint, because.en(), because.vi()));
    }
}
