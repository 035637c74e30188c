package vn.nhain.scheduler.plantproblem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.machine.SetupModel;
import vn.nhain.plant.order.Coating;
import vn.nhain.plant.order.Form;
import vn.nhain.plant.quality.QualityProfile;

/**
 * Sequence-dependent setup of one machine: {@code base + plates + wash + format + caliper + coating + tool + colour OK},
 * where each part is paid only when it changes. Grammage counts as changed by more than 50 g/m². Makeready sheets are 60 %
 * of the standard on the same paper, 15 more for each new ink and 40 more for G7 or tighter.
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

    /** The change to the first job: nothing is known of the machine but the inks that stand in its units. */
    Change first(Form next) {
        return change(null, machine.inks(), next);
    }

    Change between(Form before, Form next) {
        return change(before, Inks.of(before), next);
    }

    /** Makeready between passes: the job stays, its further plates come in; nothing for a single pass. */
    Change turn(Form form) {
        int turns = machine.passes(form) - 1;
        if (turns == 0) {
            return new Change(0, 0, 0, 0, 0, "");
        }
        int plates = form.plates() - platesOfFirstPass(form);
        double minutes = turns * (model.base() + model.colourOk() + model.blanketWash()) + model.perPlate() * plates;
        double sheets = turns * (model.makereadySheets() * SAME_PAPER_SHARE + (tight(form) ? SHEETS_WHEN_TIGHT : 0))
                + (double) model.makereadySheetsPerPlate() * plates;
        return new Change(wholeMinutes(minutes), turns * model.blanketWash(), (int) Math.round(sheets), plates, 0, "");
    }

    /** Makeready sheets of a form on a machine where nothing fits it, all passes. */
    int standardSheets(Form form) {
        int plates = machine.isPress() ? platesOfFirstPass(form) : 0;
        return makereadySheets(false, plates, 0, form) + turn(form).sheets();
    }

    private int platesOfFirstPass(Form form) {
        return -Math.floorDiv(-form.plates(), machine.passes(form));
    }

    private Change change(@Nullable Form before, Collection<String> inksBefore, Form next) {
        List<String> parts = new ArrayList<>();
        double minutes = model.base() + (Inks.of(next).isEmpty() ? 0 : model.colourOk());
        int plates = plates(before, next);
        if (plates > 0) {
            minutes += model.perPlate() * plates;
            parts.add("plates " + plates);
        }
        Wash wash = wash(inksBefore, next);
        wash.reasons.forEach(ink -> parts.add("ink " + ink));
        double washMinutes = wash.minutes + (plates > 0 ? model.blanketWash() : 0);
        minutes += washMinutes;
        boolean samePaper = samePaper(before, next);
        if (before == null || !before.sheet().equals(next.sheet())) {
            minutes += part(model.format(), "format", parts);
        }
        if (!samePaper) {
            minutes += part(model.caliper(), "paper", parts);
        }
        if (next.coating() != Coating.NONE && (before == null || before.coating() != next.coating())) {
            minutes += part(model.coatingPlate(), "coating", parts);
        }
        if (next.toolId() != null && (before == null || !Objects.equals(before.toolId(), next.toolId()))) {
            minutes += part(model.newTool(), "tool " + next.toolId(), parts);
        }
        int sheets = makereadySheets(samePaper, plates, wash.newInks, next);
        return new Change(wholeMinutes(minutes), washMinutes, sheets, plates, wash.litres, String.join(", ", parts));
    }

    private static double part(double minutes, String name, List<String> parts) {
        if (minutes > 0) {
            parts.add(name);
        }
        return minutes;
    }

    /** Plates of the first pass; none when the same plates are on the press already. */
    private int plates(@Nullable Form before, Form next) {
        boolean same =
                before != null && next.plateSetId() != null && Objects.equals(before.plateSetId(), next.plateSetId());
        if (same || !machine.isPress()) {
            return 0;
        }
        return platesOfFirstPass(next);
    }

    private static final class Wash {
        private double minutes;
        private double litres;
        private int newInks;
        private final List<String> reasons = new ArrayList<>();
    }

    private Wash wash(Collection<String> inksBefore, Form next) {
        Wash wash = new Wash();
        Set<String> wanted = Inks.of(next);
        if (wanted.isEmpty()) {
            return wash;
        }
        Set<String> put = new LinkedHashSet<>(wanted);
        put.removeAll(inksBefore);
        Set<String> out = new LinkedHashSet<>(inksBefore);
        out.removeAll(wanted);
        int darkestOut = out.stream().mapToInt(Inks::darkness).max().orElse(0);
        for (String ink : put) {
            double minutes = minutesToPut(ink, darkestOut);
            wash.minutes += minutes;
            wash.litres += minutes > 0 ? model.washLitresPerUnit() : 0;
            wash.reasons.add(ink);
        }
        for (String ink : out) {
            if (Inks.isSpot(ink)) {
                wash.minutes += model.spotInk() / 2;
                wash.litres += model.washLitresPerUnit();
            }
        }
        wash.newInks = put.size();
        return wash;
    }

    private double minutesToPut(String ink, int darkestOut) {
        if (Inks.isSpot(ink)) {
            return model.spotInk();
        }
        if (darkestOut == 0) {
            return 0;
        }
        return darkestOut > Inks.darkness(ink) ? model.darkToLight() : model.lightToDark();
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

    private static boolean samePaper(@Nullable Form before, Form next) {
        return before != null
                && before.paperFamily().equals(next.paperFamily())
                && Math.abs(before.gsm() - next.gsm()) <= SAME_GSM;
    }

    private static boolean tight(Form form) {
        return form.quality().rank() >= QualityProfile.G7.rank();
    }

    private static int wholeMinutes(double minutes) {
        return (int) Math.ceil(minutes - 1e-9);
    }
}
