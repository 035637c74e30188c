package vn.nhain.dashboard.plan.api;

import vn.nhain.dashboard.order.api.Bilingual;

/**
 * Whether all that an operation needs is there.
 *
 * @param paper paper, for printing
 * @param plates plates, for printing
 * @param proof the customer's signature
 * @param die die or block
 * @param steps the steps before it, drying included
 */
public record ReadyView(Check paper, Check plates, Check proof, Check die, Check steps) {
    /**
     * One need.
     *
     * @param ok whether it is there
     * @param text in words
     */
    public record Check(boolean ok, Bilingual text) {}

    /** Whether all of it is there. */
    public boolean allOk() {
        return paper.ok() && plates.ok() && proof.ok() && die.ok() && steps.ok();
    }
}
