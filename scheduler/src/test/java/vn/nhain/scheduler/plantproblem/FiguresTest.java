package vn.nhain.scheduler.plantproblem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nhain.plant.WasteAllowance;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.quality.QualityProfile;
import vn.nhain.plant.quality.QualityState;
import vn.nhain.scheduler.api.CostLine;
import vn.nhain.scheduler.api.Figures;
import vn.nhain.scheduler.api.Schedule;

/**
 * Every line of cost by hand: 6,000 sheets in one ink from 08:16 to 09:16 or, with 300 of allowance, 09:19. A sheet is
 * 1,000 VND, an hour of the press 600,000 VND, 60 kW running, 30 kW in setup, 10 kW ready and 5 kW asleep.
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
                Arrays.stream(CostLine.values()).map(CostLine::key).toList(),
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

    /** Ends at 09:16: 76 minutes after the production due time, 46 after the customer's, priority 2. */
    @Test
    void promiseToTheCustomerCostsBeyondProductionLateness() {
        tiny.order("A", "24 08:00", "24 08:30", 2, false, List.of(), TinyPlant.print("P", 6000, TinyPlant.form("K")));
        tiny.prices = tiny.prices.with(90_000, 0, 0, 0);
        assertEquals(76 / 60.0 * 60_000 * 2, line(figures(), "lateness"), 1e-6);
        assertEquals(46 / 60.0 * 90_000 * 2, line(figures(), "customerLateness"), 1e-6);
    }

    /**
     * The press waits from 08:22 for paper until 10:00, set up for the last 11 minutes: 20 minutes ready at 10 kW, 67 asleep
     * at 5 kW; of these the last 19 in the peak.
     */
    @Test
    void machineThatWaitsStandsReadyAndThenSleeps() {
        tiny.machines.remove(1);
        tiny.lots.set(0, TinyPlant.lot("L1", TinyPlant.PAPER, 600, "01 08:00"));
        tiny.lots.add(TinyPlant.lot("L2", TinyPlant.PAPER, 600, "24 10:00"));
        tiny.order("A", "24 09:00", TinyPlant.print("P", 600, TinyPlant.form("K")));
        tiny.order("B", "24 18:00", TinyPlant.print("P", 600, TinyPlant.form("K")));
        double vnd = (10 * 20 * 2000 + 5 * 48 * 2000 + 5 * 19 * 4000) / 60.0;
        assertEquals(vnd, line(figures(), "idleEnergy"), 1e-6);
    }

    /** Setup and run for 76 minutes with a crew of two at 50,000 an hour and 50 %. */
    @Test
    void overtimeCostsItsPremium() {
        tiny.overtimeShare = 0.5;
        tiny.order("A", "24 18:00", TinyPlant.print("P", 6000, TinyPlant.form("K")));
        assertEquals(76 / 60.0 * 2 * 50_000 * 0.5, line(figures(), "overtimePay"), 1e-6);
        assertEquals(0, line(figures(), "nightPay"), 1e-6);
    }

    /** YELLOW allows ISO 12647-2 at most: such a job risks 5 % of its 6,000 sheets of 1,000 VND, house work nothing. */
    @Test
    void tightJobOnYellowPressRisksItsPaper() {
        tiny.prices = tiny.prices.with(0, 0, 0, 0.05);
        tiny.states.put("OF1", QualityState.YELLOW);
        tiny.machines.remove(1);
        tiny.order("A", "24 18:00", TinyPlant.print("P", 6000, TinyPlant.form(QualityProfile.ISO_12647_2, "K")));
        tiny.order("B", "24 18:00", TinyPlant.print("P", 6000, TinyPlant.form("K")));
        assertEquals(0.05 * 6000 * 1000, line(figures(), "qualityRisk"), 1e-6);
        tiny.states.put("OF1", QualityState.GREEN);
        assertEquals(0, line(figures(), "qualityRisk"), 1e-6);
    }

    /**
     * The plan in force has A on OF1 from 14:00, six hours ahead of 24: three quarters of 40,000. It now starts at 08:16 on
     * OF1, more than an hour away: all of it. B is where it was, at 08:16 on OF2; C was due to start in two days.
     */
    @Test
    void movedWorkCostsBySoonerStart() {
        tiny.prices = tiny.prices.with(0, 40_000, 24, 0);
        tiny.order("A", "24 10:00", TinyPlant.print("P", 6000, TinyPlant.form("K")));
        tiny.order("B", "24 11:00", TinyPlant.print("P", 6000, TinyPlant.form("K")));
        tiny.order("C", "24 18:00", TinyPlant.print("P", 6000, TinyPlant.form("K")));
        tiny.inForce("A", "P", "OF1", "24 14:00");
        tiny.inForce("B", "P", "OF2", "24 08:16");
        tiny.inForce("C", "P", "OF2", "26 08:00");
        assertEquals(30_000, line(figures(), "nervousness"), 1e-6);
    }

    /** Half an hour later on its machine is half of it; the same time on another machine all: 08:46 is 46 minutes ahead. */
    @Test
    void workMovedByLessThanAnHourCostsItsShare() {
        tiny.prices = tiny.prices.with(0, 48_000, 24, 0);
        tiny.order("A", "24 10:00", TinyPlant.print("P", 6000, TinyPlant.form("K")));
        tiny.inForce("A", "P", "OF1", "24 08:46");
        assertEquals(48_000 * (1 - 46 / 60.0 / 24) * 30 / 60, line(figures(), "nervousness"), 1e-6);
        tiny.inForce.clear();
        tiny.inForce("A", "P", "OF2", "24 08:16");
        assertEquals(48_000 * (1 - 16 / 60.0 / 24), line(figures(), "nervousness"), 1e-6);
    }

    private Figures figures() {
        Schedule plan = TinyPlant.plan(tiny.request());
        return plan.figures();
    }

    private static double line(Figures figures, String name) {
        return figures.lines().get(name);
    }
}
