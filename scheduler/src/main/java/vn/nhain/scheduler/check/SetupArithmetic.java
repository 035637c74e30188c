package vn.nhain.scheduler.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.machine.SetupModel;
import vn.nhain.plant.order.Coating;
import vn.nhain.plant.order.Form;

/** Setup minutes as the plant's rules state them, written down a second time. */
public final class SetupArithmetic {
    private static final Set<String> PROCESS_INKS = Set.of("C", "M", "Y", "K");
    private static final Map<String, Integer> DARKNESS = Map.of("K", 5, "RefBlue", 5, "P286", 4, "P021", 2, "Y", 1);
    private static final int OTHER_DARKNESS = 3;

    private SetupArithmetic() {}

    /** Whole minutes between two forms; {@code before} is null when nothing has run yet. */
    public static long minutes(Machine machine, @Nullable Form before, Form next) {
        SetupModel m = machine.setup();
        double minutes = m.base();
        Set<String> inks = inks(next);
        if (!inks.isEmpty()) {
            minutes +=
                    m.colourOk() + wash(m, before == null ? new LinkedHashSet<>(machine.inks()) : inks(before), inks);
        }
        boolean samePlates = before != null
                && before.plateSetId() != null
                && before.plateSetId().equals(next.plateSetId());
        if (machine.isPress() && !samePlates && next.plates() > 0) {
            minutes += m.blanketWash() + m.perPlate() * platesOfFirstPass(machine, next);
        }
        if (before == null || !before.sheet().equals(next.sheet())) {
            minutes += m.format();
        }
        if (before == null
                || !before.paperFamily().equals(next.paperFamily())
                || Math.abs(before.gsm() - next.gsm()) > 50) {
            minutes += m.caliper();
        }
        if (next.coating() != Coating.NONE && (before == null || before.coating() != next.coating())) {
            minutes += m.coatingPlate();
        }
        if (next.toolId() != null && !(before != null && Objects.equals(before.toolId(), next.toolId()))) {
            minutes += m.newTool();
        }
        return roundedUp(minutes);
    }

    /** Whole minutes of makeready between the passes of a form. */
    public static long minutesBetweenPasses(Machine machine, Form form) {
        int turns = machine.passes(form) - 1;
        if (turns == 0) {
            return 0;
        }
        SetupModel m = machine.setup();
        int plates = form.plates() - platesOfFirstPass(machine, form);
        return roundedUp(turns * (m.base() + m.colourOk() + m.blanketWash()) + m.perPlate() * plates);
    }

    private static int platesOfFirstPass(Machine machine, Form form) {
        int passes = machine.passes(form);
        return (form.plates() + passes - 1) / passes;
    }

    private static double wash(SetupModel m, Set<String> before, Set<String> next) {
        List<String> out = before.stream().filter(i -> !next.contains(i)).toList();
        List<String> put = next.stream().filter(i -> !before.contains(i)).toList();
        int darkest = out.stream().mapToInt(SetupArithmetic::darkness).max().orElse(0);
        double minutes = 0;
        for (String ink : put) {
            if (!PROCESS_INKS.contains(ink)) {
                minutes += m.spotInk();
            } else if (darkest > darkness(ink)) {
                minutes += m.darkToLight();
            } else if (darkest > 0) {
                minutes += m.lightToDark();
            }
        }
        long spotsOut = out.stream().filter(i -> !PROCESS_INKS.contains(i)).count();
        return minutes + spotsOut * m.spotInk() / 2;
    }

    private static int darkness(String ink) {
        return DARKNESS.getOrDefault(ink, OTHER_DARKNESS);
    }

    private static Set<String> inks(Form form) {
        Set<String> inks = new LinkedHashSet<>(form.frontInks());
        inks.addAll(form.backInks());
        return inks;
    }

    private static long roundedUp(double minutes) {
        return (long) Math.ceil(minutes - 1e-9);
    }
}
