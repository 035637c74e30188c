package vn.nhain.scheduler.plantproblem;

import java.util.List;
import vn.nhain.plant.machine.SetupModel;

/**
 * Washing units from the inks of one job to those of the next. A new process ink takes the place of one that goes out, and
 * costs more when a darker one went; on a free unit it costs nothing. A spot ink is put in, and cleaned out afterwards for
 * half of that. A job without inks washes nothing.
 *
 * @param minutes minutes of washing
 * @param litres solvent, litres
 * @param newInks inks that were not on the machine
 */
record WashUp(double minutes, double litres, int newInks) {
    private static final WashUp NONE = new WashUp(0, 0, 0);

    static WashUp between(SetupModel model, List<String> before, List<String> next) {
        if (next.isEmpty()) {
            return NONE;
        }
        double minutes = 0;
        double litres = 0;
        int newInks = 0;
        int darkestOut = 0;
        for (String ink : before) {
            if (!next.contains(ink)) {
                darkestOut = Math.max(darkestOut, Inks.darkness(ink));
                if (Inks.isSpot(ink)) {
                    minutes += model.spotInk() / 2;
                    litres += model.washLitresPerUnit();
                }
            }
        }
        for (String ink : next) {
            if (!before.contains(ink)) {
                double put = minutesToPut(model, ink, darkestOut);
                minutes += put;
                litres += put > 0 ? model.washLitresPerUnit() : 0;
                newInks++;
            }
        }
        return new WashUp(minutes, litres, newInks);
    }

    private static double minutesToPut(SetupModel model, String ink, int darkestOut) {
        if (Inks.isSpot(ink)) {
            return model.spotInk();
        }
        if (darkestOut == 0) {
            return 0;
        }
        return darkestOut > Inks.darkness(ink) ? model.darkToLight() : model.lightToDark();
    }
}
