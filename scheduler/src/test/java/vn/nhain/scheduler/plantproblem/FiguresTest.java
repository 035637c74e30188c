package vn.nhain.scheduler.plantproblem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nhain.plant.WasteAllowance;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.scheduler.api.Figures;
import vn.nhain.scheduler.api.Schedule;

/**
 * Every line of cost by hand: 6,000 sheets in one ink from 08:16 to 09:16 or, with 300 of allowance, 09:19. A sheet is
 * 1,000 VND, an hour of the press 600,000 VND, 60 kW running and 30 kW in setup.
 */
final class FiguresTest {
    private final TinyPlant tiny = new TinyPlant();

    @Test
    void runAndSetupCostTheirHours() {
        tiny.order("A", "24 18:00", TinyPlant.print("P", 6000, TinyPlant.form("K")));
        Figures f = figures();
        assertEquals(600_000, line(f, "run"), 1e-6);
        assertEquals(16 / 60.0 * 600_000, line(f, "setup"), 1e-6);
        assertEquals(16 / 60.0, f.setupHours(), 1e-9);
    }

    /** A full makeready: 100 sheets, 10 for the plate, 15 for the ink. */
    @Test
    void makereadyCostsItsSheets() {
        tiny.order("A", "24 18:00", TinyPlant.print("P", 6000, TinyPlant.form("K")));
        assertEquals(125_000, line(figures(), "makereadyPaper"), 1e-6);
        assertEquals(125, figures().makereadySheets());
        assertEquals(100_000, line(figures(), "plates"), 1e-6);
    }

    /** Of 300 sheets of allowance a full makeready of this form takes 110. */
    @Test
    void runningWasteIsWhatTheAllowanceLeaves() {
        tiny.waste.add(new WasteAllowance(OperationKind.PRINT, 0, List.of(new WasteAllowance.Tier(10_000, 300)), 0.02));
        tiny.order("A", "24 18:00", TinyPlant.print("P", 6000, TinyPlant.form("K")));
        assertEquals(190_000, line(figures(), "runningWaste"), 1e-6);
        assertEquals(6300, TinyPlant.plan(tiny.request()).operations().get(0).unitsIn());
    }

    /** The die cutter spoils a hundred printed sheets. */
    @Test
    void wasteLaterInTheRouteCostsThePaperThatIsInIt() {
        tiny.machines.remove(1);
        tiny.order(
                "A",
                "24 18:00",
                TinyPlant.print("P", 6000, TinyPlant.form("K")),
                TinyPlant.dieCut("D", 12_000, 2, "P"));
        assertEquals(125_000 + 100_000, line(figures(), "makereadyPaper"), 1e-6);
        assertEquals(225, figures().makereadySheets());
    }

    /** P021 to P185 on one press: the spot goes in (5) and the old one out (2.5), half a litre each. */
    @Test
    void washingCostsItsSolvent() {
        tiny.machines.remove(1);
        tiny.order("A", "24 12:00", TinyPlant.print("P", 600, TinyPlant.form("P021")));
        tiny.order("B", "24 18:00", TinyPlant.print("P", 600, TinyPlant.form("P185")));
        assertEquals(1.5 * 40_000, line(figures(), "wash"), 1e-6);
    }

    /** 30 kW for 16 minutes and 60 kW for two hours until 10:16, of which half an hour is peak at 4,000. */
    @Test
    void energyIsPaidAtThePriceOfItsHour() {
        tiny.order("A", "24 18:00", TinyPlant.print("P", 12_000, TinyPlant.form("K")));
        Figures f = figures();
        assertEquals(8 + 120, f.kwh(), 1e-9);
        assertEquals(30, f.peakKwh(), 1e-9);
        assertEquals(98 * 2000 + 30 * 4000, line(f, "energy"), 1e-3);
    }

    /** 6,000 sheets of 0.21 kg, 68 kWh, one plate, 6,000 × 0.7 m² × 0.3 g of ink. */
    @Test
    void emissionsAreThoseOfPaperEnergyPlatesAndInk() {
        tiny.order("A", "24 18:00", TinyPlant.print("P", 6000, TinyPlant.form("K")));
        double kg = 6000 * 0.21 + 68 * 0.6 + 5 + 6000 * 0.7 * 0.0003 * 3.5;
        assertEquals(kg, figures().co2eKg(), 1e-9);
        assertEquals(kg * 500, line(figures(), "co2e"), 1e-6);
    }

    /** An hour late at priority 3; the other order is in time. */
    @Test
    void latenessIsWeightedByPriority() {
        tiny.order("A", "24 08:16", 3, false, List.of(), TinyPlant.print("P", 6000, TinyPlant.form("K")));
        tiny.order("B", "24 18:00", TinyPlant.print("P", 600, TinyPlant.form("K")));
        Figures f = figures();
        assertEquals(1, f.lateOrders());
        assertEquals(1, f.lateHours(), 1e-9);
        assertEquals(180_000, line(f, "lateness"), 1e-6);
    }

    @Test
    void totalIsTheSumOfTheLines() {
        tiny.order("A", "24 08:16", TinyPlant.print("P", 6000, TinyPlant.form("K")));
        Figures f = figures();
        assertEquals(
                List.of(
                        "lateness",
                        "makereadyPaper",
                        "runningWaste",
                        "setup",
                        "run",
                        "wash",
                        "plates",
                        "energy",
                        "co2e",
                        "nightPay"),
                List.copyOf(f.lines().keySet()));
        assertEquals(f.lines().values().stream().mapToDouble(d -> d).sum(), f.totalVnd(), 1e-6);
    }

    /** Setup and run from 22:00 to 23:16 with a crew of two at 50,000 an hour and 30 %. */
    @Test
    void nightHoursCostTheirPremium() {
        tiny.opens = LocalTime.of(22, 0);
        tiny.closes = LocalTime.of(6, 0);
        tiny.night = true;
        tiny.order("A", "26 18:00", TinyPlant.print("P", 6000, TinyPlant.form("K")));
        assertEquals(76 / 60.0 * 2 * 50_000 * 0.3, line(figures(), "nightPay"), 1e-6);
    }

    private Figures figures() {
        Schedule plan = TinyPlant.plan(tiny.request());
        return plan.figures();
    }

    private static double line(Figures figures, String name) {
        return figures.lines().get(name);
    }
}
