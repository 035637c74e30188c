package vn.nhain.plant.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nhain.plant.material.SheetSize;
import vn.nhain.plant.order.Coating;
import vn.nhain.plant.order.Form;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.quality.QualityProfile;

class MachineTest {
    private static final List<String> SIX = List.of("K", "C", "M", "Y", "P286", "P871");

    @ParameterizedTest
    @CsvSource({
        "4, false, 4, 0, 1",
        "4, false, 4, 4, 2",
        "4, false, 6, 0, 2",
        "4, false, 1, 1, 2",
        "8, true, 4, 4, 1",
        "8, true, 6, 0, 1",
        "8, true, 5, 1, 2"
    })
    void passesFollowUnitsAndSides(int units, boolean perfecting, int front, int back, int passes) {
        Form form = form(front, back, 300, "1020x720", Coating.NONE, QualityProfile.HOUSE);
        assertEquals(passes, press(units, perfecting).passes(form));
    }

    @ParameterizedTest
    @CsvSource({
        "PRINT, 300, 1020x720, AQUEOUS, ISO_12647_2,",
        "CUT, 300, 1020x720, NONE, HOUSE, PROCESS",
        "PRINT, 300, 1090x720, NONE, HOUSE, SHEET_TOO_LARGE",
        "PRINT, 300, 430x330, NONE, HOUSE, SHEET_TOO_SMALL",
        "PRINT, 50, 1020x720, NONE, HOUSE, PAPER_TOO_LIGHT",
        "PRINT, 500, 1020x720, NONE, HOUSE, PAPER_TOO_HEAVY",
        "PRINT, 300, 1020x720, UV, HOUSE, COATING",
        "PRINT, 300, 1020x720, NONE, G7, QUALITY"
    })
    void anObstacleIsNamed(
            OperationKind kind, int gsm, String sheet, Coating coating, QualityProfile quality, Obstacle obstacle) {
        Operation operation = operation(kind, 1000, form(4, 0, gsm, sheet, coating, quality));
        assertEquals(Optional.ofNullable(obstacle), press(4, false).findObstacle(operation));
    }

    /** 9,000 sheets net an hour, two passes. */
    @Test
    void runMinutesCountEveryPass() {
        Operation operation =
                operation(OperationKind.PRINT, 4500, form(4, 4, 300, "1020x720", Coating.NONE, QualityProfile.HOUSE));
        assertEquals(60, press(4, false).runMinutes(operation, operation.cycles(4500)), 1e-9);
    }

    /** 4,500 sheets through the press twice: its counter shows 9,000. */
    @Test
    void strokesAreWhatTheCounterShows() {
        Form form = form(4, 4, 300, "1020x720", Coating.NONE, QualityProfile.HOUSE);
        assertEquals(9000, press(4, false).strokes(operation(OperationKind.PRINT, 4500, form), 4500));
    }

    @Test
    void aPerfectorHasAsManyUnitsASide() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> press(5, true));
        assertEquals("The units (5) of machine OF1 must be even, as a perfector has as many a side.", e.getMessage());
    }

    private static Operation operation(OperationKind kind, int quantity, Form form) {
        return new Operation("P", kind, quantity, "sheet", 1, 1, List.of(), Duration.ZERO, form);
    }

    private static Form form(int front, int back, int gsm, String sheet, Coating coating, QualityProfile quality) {
        String[] sides = sheet.split("x", -1);
        SheetSize size = new SheetSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        return new Form(
                "M", "ivory", gsm, size, SIX.subList(0, front), SIX.subList(0, back), coating, quality, null, null);
    }

    private static Machine press(int units, boolean perfecting) {
        return new Machine(
                "OF1",
                "Press",
                "Máy in",
                MachineKind.OFFSET_PRESS,
                Set.of(OperationKind.PRINT),
                new SheetSize(480, 340),
                new SheetSize(1030, 770),
                60,
                450,
                units,
                perfecting,
                false,
                true,
                12_000,
                0.75,
                new SetupModel(10, 2, 3, 6, 14, 12, 5, 4, 8, 6, 0, 150, 20, 0.3),
                new PowerProfile(75, 38, 22, 6),
                2,
                1_350_000,
                "c",
                QualityProfile.ISO_12647_2,
                new Connection(Connection.Protocol.OPC_UA, "opc.tcp://127.0.0.1:4840/"),
                List.of());
    }
}
