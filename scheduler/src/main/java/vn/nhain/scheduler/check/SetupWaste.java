package vn.nhain.scheduler.check;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.machine.SetupModel;
import vn.nhain.plant.order.Form;
import vn.nhain.plant.quality.QualityProfile;

/**
 * What a setup uses up, by the plant's rules written down a second time: the standard of the machine and so many sheets a
 * plate, 15 for an ink that was not on it, 40 for G7 or tighter; 60 % of the standard on the paper that is on already.
 *
 * @param sheets sheets of waste
 * @param plates plates that are put on
 * @param litres solvent
 */
public record SetupWaste(int sheets, int plates, double litres) {
    private static final Set<String> PROCESS_INKS = Set.of("C", "M", "Y", "K");
    private static final Map<String, Integer> DARKNESS = Map.of("K", 5, "RefBlue", 5, "P286", 4, "P021", 2, "Y", 1);

    /** Between two forms; {@code before} is null when nothing has run yet. */
    public static SetupWaste of(Machine machine, @Nullable Form before, Form next) {
        Set<String> old = before == null ? new LinkedHashSet<>(machine.inks()) : inks(before);
        boolean samePlates = before != null
                && before.plateSetId() != null
                && before.plateSetId().equals(next.plateSetId());
        int plates = machine.isPress() && !samePlates ? ofFirstPass(machine, next) : 0;
        boolean samePaper = before != null
                && before.paperFamily().equals(next.paperFamily())
                && Math.abs(before.gsm() - next.gsm()) <= 50;
        long newInks = inks(next).stream().filter(i -> !old.contains(i)).count();
        return new SetupWaste(
                sheets(machine, samePaper, plates, newInks, next), plates, litres(machine, old, inks(next)));
    }

    /** Between the passes of a form that does not fit the units at once. */
    public static SetupWaste betweenPasses(Machine machine, Form form) {
        int turns = machine.passes(form) - 1;
        if (turns == 0) {
            return new SetupWaste(0, 0, 0);
        }
        int plates = form.plates() - ofFirstPass(machine, form);
        SetupModel m = machine.setup();
        double each = 0.6 * m.makereadySheets() + (tight(form) ? 40 : 0);
        return new SetupWaste((int) Math.round(turns * each + plates * m.makereadySheetsPerPlate()), plates, 0);
    }

    /** Sheets of a form where nothing fits it, all passes. */
    public static int standardSheets(Machine machine, Form form) {
        int plates = machine.isPress() ? ofFirstPass(machine, form) : 0;
        return sheets(machine, false, plates, 0, form)
                + betweenPasses(machine, form).sheets();
    }

    private static int sheets(Machine machine, boolean samePaper, int plates, long newInks, Form form) {
        SetupModel m = machine.setup();
        double sheets = samePaper ? 0.6 * m.makereadySheets() : m.makereadySheets();
        if (machine.isPress()) {
            sheets += plates * (double) m.makereadySheetsPerPlate() + 15.0 * newInks + (tight(form) ? 40 : 0);
        }
        return (int) Math.round(sheets);
    }

    private static double litres(Machine machine, Set<String> before, Set<String> next) {
        if (next.isEmpty()) {
            return 0;
        }
        SetupModel m = machine.setup();
        int washed = 0;
        int darkest = 0;
        for (String ink : before) {
            if (!next.contains(ink)) {
                darkest = Math.max(darkest, DARKNESS.getOrDefault(ink, 3));
                washed += PROCESS_INKS.contains(ink) ? 0 : 1;
            }
        }
        for (String ink : next) {
            if (!before.contains(ink)) {
                boolean spot = !PROCESS_INKS.contains(ink);
                double minutes = darkest > DARKNESS.getOrDefault(ink, 3) ? m.darkToLight() : m.lightToDark();
                washed += (spot ? m.spotInk() > 0 : darkest > 0 && minutes > 0) ? 1 : 0;
            }
        }
        return washed * m.washLitresPerUnit();
    }

    private static int ofFirstPass(Machine machine, Form form) {
        int passes = machine.passes(form);
        return (form.plates() + passes - 1) / passes;
    }

    private static boolean tight(Form form) {
        return form.quality().rank() >= QualityProfile.G7.rank();
    }

    private static Set<String> inks(Form form) {
        Set<String> inks = new LinkedHashSet<>(form.frontInks());
        inks.addAll(form.backInks());
        return inks;
    }
}
