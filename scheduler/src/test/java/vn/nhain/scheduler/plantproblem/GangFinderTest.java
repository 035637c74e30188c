package vn.nhain.scheduler.plantproblem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhain.plant.machine.MachineKind;
import vn.nhain.plant.order.Form;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.scheduler.api.GangProposal;

/**
 * Leaflets in one ink, eight on a sheet: 800 sheets and 400. A full setup takes 16 minutes and one plate, a sheet costs 1,000
 * VND, a plate 100,000, an hour of the press 600,000; it prints 100 sheets a minute.
 */
final class GangFinderTest {
    private final TinyPlant tiny = new TinyPlant();

    @BeforeEach
    void guillotine() {
        tiny.machines.add(TinyPlant.machine("CUT1", MachineKind.GUILLOTINE, OperationKind.CUT, 0, 3000));
        leaflet("A", "25 10:00", 800, TinyPlant.form("K"));
    }

    /**
     * A is on the form five times and B three: A's 6,400 pieces take 1,280 sheets, 80 more than apart. Apart: 1,140,000 and
     * 700,000; together one plate, 1,280 sheets, 16 and 13 minutes: 1,670,000.
     */
    @Test
    void twoJobsShareAFormAndItsCost() {
        leaflet("B", "26 10:00", 400, TinyPlant.form("K"));
        GangProposal form = proposals().get(0);
        assertEquals(1280, form.sheets());
        assertEquals(1200, form.sheetsApart());
        assertEquals(1, form.plates());
        assertEquals(2, form.platesApart());
        assertEquals(170_000, form.savingVnd(), 1e-6);
        assertEquals(
                Map.of("plates", 100_000.0, "paper", -80_000.0, "setup", 160_000.0, "run", -10_000.0),
                rounded(form.savingByLine()));
        GangProposal.Job a = form.jobs().get(0);
        GangProposal.Job b = form.jobs().get(1);
        assertEquals(5, a.ups());
        assertEquals(0, a.surplus());
        assertEquals(3, b.ups());
        assertEquals(3 * 1280 - 3200, b.surplus());
        assertEquals(5 / 8.0 * 1_670_000, a.costVnd(), 1e-6);
        assertEquals(1_140_000, a.costApartVnd(), 1e-6);
        assertEquals(700_000, b.costApartVnd(), 1e-6);
        assertEquals(1_670_000, a.costVnd() + b.costVnd(), 1e-6);
    }

    @Test
    void spotInksOtherPaperAndDistantDueDatesKeepJobsApart() {
        leaflet("B", "25 10:00", 400, TinyPlant.form("K", "P021"));
        leaflet("C", "29 10:00", 400, TinyPlant.form("K"));
        leaflet("D", "25 10:00", 400, TinyPlant.twoSided("K"));
        assertEquals(List.of(), proposals());
    }

    /** A run of a quarter at most would pay for what it over-produces. */
    @Test
    void jobsOfVeryDifferentSizeStayApart() {
        leaflet("B", "25 10:00", 190, TinyPlant.form("K"));
        assertEquals(List.of(), proposals());
    }

    @Test
    void noJobIsProposedTwiceAndNobodyPaysMore() {
        for (int i = 0; i < 9; i++) {
            leaflet("L" + i, "25 12:00", 250 + 60 * i, TinyPlant.form("K"));
        }
        List<GangProposal.Job> jobs =
                proposals().stream().flatMap(p -> p.jobs().stream()).toList();
        assertEquals(
                jobs.size(),
                jobs.stream().map(GangProposal.Job::orderId).distinct().count());
        jobs.forEach(j -> assertEquals(true, j.costVnd() < j.costApartVnd(), j::toString));
        assertEquals(10, jobs.size());
    }

    private List<GangProposal> proposals() {
        return GangFinder.proposals(PlantProblem.of(tiny.request()));
    }

    private void leaflet(String id, String due, int sheets, Form form) {
        Operation cut = new Operation(
                "CUT",
                OperationKind.CUT,
                sheets * 8,
                Operation.PIECE,
                1,
                8,
                List.of("P"),
                Duration.ZERO,
                TinyPlant.form());
        tiny.order(id, due, TinyPlant.print("P", sheets, form), cut);
    }

    private static Map<String, Double> rounded(Map<String, Double> lines) {
        return Map.of(
                "plates", (double) Math.round(lines.getOrDefault("plates", 0.0)),
                "paper", (double) Math.round(lines.getOrDefault("paper", 0.0)),
                "setup", (double) Math.round(lines.getOrDefault("setup", 0.0)),
                "run", (double) Math.round(lines.getOrDefault("run", 0.0)));
    }
}
