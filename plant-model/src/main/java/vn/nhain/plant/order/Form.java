package vn.nhain.plant.order;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.material.SheetSize;
import vn.nhain.plant.quality.QualityProfile;
import vn.nhain.plant.validation.Require;

/**
 * What is on the machine when an operation runs: it decides which machines can take it and what the change-over costs.
 *
 * @param materialId paper or board
 * @param paperFamily family of the paper
 * @param gsm grammage, g/m²
 * @param sheet sheet that goes through the machine
 * @param frontInks inks of the front, in printing order; empty when not printed here
 * @param backInks inks of the back; empty for one-sided work and finishing
 * @param coating coating in line
 * @param quality how tight it is
 * @param plateSetId plates of the form: the same id on the press before needs no plate change; null for finishing
 * @param toolId die, foil block or other tool of which there is one; null for none
 */
public record Form(
        String materialId,
        String paperFamily,
        int gsm,
        SheetSize sheet,
        List<String> frontInks,
        List<String> backInks,
        Coating coating,
        QualityProfile quality,
        @Nullable String plateSetId,
        @Nullable String toolId) {
    public Form {
        frontInks = List.copyOf(frontInks);
        backInks = List.copyOf(backInks);
        Require.text("a form", "materialId", materialId);
        Require.atLeast("a form of " + materialId, "gsm", gsm, 1);
        Require.distinct("a form of " + materialId, "frontInks", frontInks, ink -> ink);
        Require.distinct("a form of " + materialId, "backInks", backInks, ink -> ink);
    }

    /** Plates that it takes: one an ink and side. */
    public int plates() {
        return frontInks.size() + backInks.size();
    }

    /** Whether both sides are printed. */
    public boolean isTwoSided() {
        return !backInks.isEmpty();
    }
}
