package vn.nhain.scheduler.plantproblem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.nhain.plant.machine.Connection;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.machine.MachineKind;
import vn.nhain.plant.machine.PowerProfile;
import vn.nhain.plant.machine.SetupModel;
import vn.nhain.plant.material.SheetSize;
import vn.nhain.plant.order.Coating;
import vn.nhain.plant.order.Form;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.quality.QualityProfile;

/** Each part of a setup alone. Minutes are powers of two, so that a sum names its parts. */
final class ChangeOverTest {
    private static final int BASE = 1;
    private static final int PLATE = 2;
    private static final int BLANKET = 4;
    private static final int TO_DARK = 8;
    private static final int TO_LIGHT = 16;
    private static final int SPOT = 32;
    private static final int FORMAT = 64;
    private static final int CALIPER = 128;
    private static final int COATING = 256;
    private static final int COLOUR_OK = 512;
    private static final int TOOL = 1024;
    private static final int SAME = BASE + COLOUR_OK;
    private static final int PLATES_4 = 4 * PLATE + BLANKET;

    private final ChangeOver change = new ChangeOver(press(4));
    private final Case cmyk = new Case();

    @Test
    void samePlatesNeedNoPlateChange() {
        cmyk.plates = "S";
        assertEquals(SAME, minutes(cmyk, cmyk));
        assertEquals("", reason(cmyk, cmyk));
    }

    @Test
    void newPlatesAreChangedAndTheBlanketIsWashed() {
        Change result = between(cmyk, cmyk);
        assertEquals(SAME + PLATES_4, result.minutes());
        assertEquals(BLANKET, result.washMinutes());
        assertEquals(4, result.plates());
        assertEquals("plates 4", reason(cmyk, cmyk));
    }

    /** Black goes out for yellow. */
    @Test
    void lighterInkCostsMoreThanADarkerOne() {
        assertEquals(SAME + PLATE + BLANKET + TO_LIGHT, minutes(inks("K"), inks("Y")));
        assertEquals(SAME + PLATE + BLANKET + TO_DARK, minutes(inks("Y"), inks("K")));
        assertEquals("plates 1, ink Y", reason(inks("K"), inks("Y")));
    }

    @Test
    void processInkOnAFreeUnitCostsNothing() {
        assertEquals(SAME + 2 * PLATE + BLANKET, minutes(inks("K"), inks("K", "Y")));
    }

    @Test
    void spotInkIsPutInAndCleanedOutForHalf() {
        assertEquals(SAME + 2 * PLATE + BLANKET + SPOT, minutes(inks("K"), inks("K", "P185")));
        assertEquals(SAME + PLATE + BLANKET + SPOT / 2, minutes(inks("K", "P185"), inks("K")));
        assertEquals(0.5, between(inks("K", "P185"), inks("K")).washLitres());
    }

    @Test
    void formatPaperCoatingAndToolArePaidWhenTheyChange() {
        assertEquals(SAME + PLATES_4 + FORMAT, minutes(cmyk, with(c -> c.sheet = new SheetSize(860, 650))));
        assertEquals(SAME + PLATES_4 + CALIPER, minutes(cmyk, with(c -> c.family = "ford")));
        assertEquals(SAME + PLATES_4 + CALIPER, minutes(cmyk, with(c -> c.gsm = 351)));
        assertEquals(SAME + PLATES_4, minutes(cmyk, with(c -> c.gsm = 350)));
        assertEquals(SAME + PLATES_4 + COATING, minutes(cmyk, with(c -> c.coating = Coating.AQUEOUS)));
        assertEquals(SAME + PLATES_4, minutes(with(c -> c.coating = Coating.AQUEOUS), cmyk));
        assertEquals(SAME + PLATES_4 + TOOL, minutes(cmyk, with(c -> c.tool = "D1")));
        assertEquals("plates 4, tool D1", reason(cmyk, with(c -> c.tool = "D1")));
    }

    /** The press stands with black in its units: yellow displaces it; format and paper are unknown. */
    @Test
    void firstJobFindsTheInksOfTheInstallation() {
        Change first = change.between(null, inks("Y").setting());
        assertEquals(SAME + PLATE + BLANKET + TO_LIGHT + FORMAT + CALIPER, first.minutes());
    }

    /** 100 standard, 60 on the same paper; 10 a plate; 15 a new ink; 40 when tight. */
    @Test
    void makereadySheetsFollowPaperPlatesInksAndTightness() {
        assertEquals(60 + 4 * 10, between(cmyk, cmyk).sheets());
        assertEquals(100 + 4 * 10, between(cmyk, with(c -> c.family = "ford")).sheets());
        assertEquals(60 + 10 + 15, between(inks("K"), inks("Y")).sheets());
        assertEquals(
                60 + 4 * 10 + 40,
                between(cmyk, with(c -> c.quality = QualityProfile.G7)).sheets());
        assertEquals(100 + 4 * 10, change.standardSheets(cmyk.setting().form()));
    }

    /** Five inks on four units are two passes: three plates, then a makeready with the other two. */
    @Test
    void furtherPassesAreMadeReadyInTheRun() {
        Case five = inks("K", "C", "M", "Y", "P185");
        Change turn = change.turn(five.setting().form());
        assertEquals(BASE + COLOUR_OK + BLANKET + 2 * PLATE, turn.minutes());
        assertEquals(60 + 2 * 10, turn.sheets());
        assertEquals(3, between(five, five).plates());
    }

    private Change between(Case before, Case next) {
        return change.between(before.setting(), next.setting());
    }

    private int minutes(Case before, Case next) {
        return between(before, next).minutes();
    }

    private String reason(Case before, Case next) {
        return change.reason(before.setting(), next.setting());
    }

    private static Case inks(String... inks) {
        Case result = new Case();
        result.inks = List.of(inks);
        return result;
    }

    private static Case with(Consumer<Case> change) {
        Case result = new Case();
        change.accept(result);
        return result;
    }

    private static final class Case {
        private SheetSize sheet = new SheetSize(1020, 720);
        private String family = "ivory";
        private int gsm = 300;
        private List<String> inks = List.of("K", "C", "M", "Y");
        private Coating coating = Coating.NONE;
        private QualityProfile quality = QualityProfile.HOUSE;
        private String plates;
        private String tool;

        private Setting setting() {
            return Setting.of(new Form("M", family, gsm, sheet, inks, List.of(), coating, quality, plates, tool));
        }
    }

    private static Machine press(int units) {
        return new Machine(
                "P",
                "P",
                "P",
                MachineKind.OFFSET_PRESS,
                Set.of(OperationKind.PRINT),
                new SheetSize(300, 200),
                new SheetSize(1030, 770),
                60,
                450,
                units,
                false,
                false,
                true,
                6000,
                1,
                new SetupModel(
                        BASE, PLATE, BLANKET, TO_DARK, TO_LIGHT, SPOT, FORMAT, CALIPER, COATING, COLOUR_OK, TOOL, 100,
                        10, 0.5),
                new PowerProfile(60, 30, 10, 5),
                2,
                600_000,
                "c",
                QualityProfile.BRAND_SPOT,
                new Connection(Connection.Protocol.OPC_UA, "opc.tcp://127.0.0.1:4840/"),
                List.of("K"));
    }
}
