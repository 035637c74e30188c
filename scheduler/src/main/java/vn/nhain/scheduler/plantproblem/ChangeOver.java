package vn.nhain.scheduler.plantproblem;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.machine.SetupModel;
import vn.nhain.plant.order.Coating;
import vn.nhain.plant.order.Form;
import vn.nhain.plant.quality.QualityProfile;

/**
 * Sequence-dependent setup of one machine: {@code base + plates + wash + format + caliper + coating + tool + colour OK},
 * where each part is paid only when it changes. Grammage counts as changed by more than 50 g/m². Makeready sheets are 60 %
 * of the standard on the same paper, 15 more for each new ink and 40 more for G7 or tighter. Of the job before the first one
 * nothing is known but the inks that stand in the units.
 */
final class ChangeOver {
    private static final int SAME_GSM = 50;
    private static final double SAME_PAPER_SHARE = 0.6;
    private static final int SHEETS_PER_NEW_INK = 15;
    private static final int SHEETS_WHEN_TIGHT = 40;

    private final Machine machine;
    private final SetupModel model;

    ChangeOver(Machine machine) {
        this.machine = machine;
        this.model = machine.setup();
    }

    /** The setup for {@code next}; {@code before} is null for the first job of all. */
    Change between(@Nullable Setting before, Setting next) {
        Form old = before == null ? null : before.form();
        Form form = next.form();
        WashUp wash = WashUp.between(model, inks(before), next.inks());
        int plates = plates(old, form);
        double washMinutes = wash.minutes() + (plates > 0 ? model.blanketWash() : 0);
        double minutes = model.base()
                + washMinutes
                + model.perPlate() * plates
                + (next.inks().isEmpty() ? 0 : model.colourOk())
                + (newFormat(old, form) ? model.format() : 0)
                + (newPaper(old, form) ? model.caliper() : 0)
                + (newCoating(old, form) ? model.coatingPlate() : 0)
                + (newTool(old, form) ? model.newTool() : 0);
        int sheets = makereadySheets(!newPaper(old, form), plates, wash.newInks(), form);
        return new Change(wholeMinutes(minutes), washMinutes, sheets, plates, wash.litres());
    }

    /** What the setup changes, such as {@code plates 4, ink P286, paper}; empty when nothing. */
    String reason(@Nullable Setting before, Setting next) {
        Form old = before == null ? null : before.form();
        Form form = next.form();
        List<String> parts = new ArrayList<>();
        int plates = plates(old, form);
        if (plates > 0) {
            parts.add("plates " + plates);
        }
        next.inks().stream().filter(ink -> !inks(before).contains(ink)).forEach(ink -> parts.add("ink " + ink));
        if (newFormat(old, form) && model.format() > 0) {
            parts.add("format");
        }
        if (newPaper(old, form) && model.caliper() > 0) {
            parts.add("paper");
        }
        if (newCoating(old, form) && model.coatingPlate() > 0) {
            parts.add("coating");
        }
        if (newTool(old, form)) {
            parts.add("tool " + form.toolId());
        }
        return String.join(", ", parts);
    }

    /** Makeready between passes: the job stays, its further plates come in; nothing for a single pass. */
    Change turn(Form form) {
        int turns = machine.passes(form) - 1;
        if (turns == 0) {
            return Change.NONE;
        }
        int plates = form.plates() - platesOfFirstPass(form);
        double minutes = turns * (model.base() + model.colourOk() + model.blanketWash()) + model.perPlate() * plates;
        double sheets = turns * (model.makereadySheets() * SAME_PAPER_SHARE + (tight(form) ? SHEETS_WHEN_TIGHT : 0))
                + (double) model.makereadySheetsPerPlate() * plates;
        return new Change(wholeMinutes(minutes), turns * model.blanketWash(), (int) Math.round(sheets), plates, 0);
    }

    /** Makeready sheets of a form on a machine where nothing fits it, all passes. */
    int standardSheets(Form form) {
        int plates = machine.isPress() ? platesOfFirstPass(form) : 0;
        return makereadySheets(false, plates, 0, form) + turn(form).sheets();
    }

    private List<String> inks(@Nullable Setting before) {
        return before == null ? machine.inks() : before.inks();
    }

    private int platesOfFirstPass(Form form) {
        return -Math.floorDiv(-form.plates(), machine.passes(form));
    }

    /** Plates of the first pass; none when the same plates are on the press already. */
    private int plates(@Nullable Form before, Form next) {
        boolean same =
                before != null && next.plateSetId() != null && Objects.equals(before.plateSetId(), next.plateSetId());
        return same || !machine.isPress() ? 0 : platesOfFirstPass(next);
    }

    private static boolean newFormat(@Nullable Form before, Form next) {
        return before == null || !before.sheet().equals(next.sheet());
    }

    private static boolean newPaper(@Nullable Form before, Form next) {
        return before == null
                || !before.paperFamily().equals(next.paperFamily())
                || Math.abs(before.gsm() - next.gsm()) > SAME_GSM;
    }

    private static boolean newCoating(@Nullable Form before, Form next) {
        return next.coating() != Coating.NONE && (before == null || before.coating() != next.coating());
    }

    private static boolean newTool(@Nullable Form before, Form next) {
        return next.toolId() != null && (before == null || !next.toolId().equals(before.toolId()));
    }

    private int makereadySheets(boolean samePaper, int plates, int newInks, Form next) {
        double sheets = model.makereadySheets() * (samePaper ? SAME_PAPER_SHARE : 1);
        if (machine.isPress()) {
            sheets += (double) model.makereadySheetsPerPlate() * plates
                    + SHEETS_PER_NEW_INK * newInks
                    + (tight(next) ? SHEETS_WHEN_TIGHT : 0);
        }
        return (int) Math.round(sheets);
    }

    private static boolean tight(Form form) {
        return form.quality().rank() >= QualityProfile.G7.rank();
    }

    private static int wholeMinutes(double minutes) {
        return (int) Math.ceil(minutes - 1e-9);
    }
}
