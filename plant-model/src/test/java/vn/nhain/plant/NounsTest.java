package vn.nhain.plant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nhain.plant.material.Material;
import vn.nhain.plant.material.SheetSize;
import vn.nhain.plant.material.Stock;
import vn.nhain.plant.material.StockLot;
import vn.nhain.plant.order.Coating;
import vn.nhain.plant.order.Form;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.order.Order;
import vn.nhain.plant.order.OrderStatus;
import vn.nhain.plant.quality.QualityProfile;
import vn.nhain.plant.quality.QualityState;

/** What the nouns refuse, and the little that they compute. */
class NounsTest {
    private static final Instant DUE = Instant.parse("2026-12-01T10:00:00Z");

    @Test
    void anOrderIsNotPromisedBeforeItIsMade() {
        assertRefused(
                "The customerDue (2026-12-01T09:00:00Z) of order O must not be before due (2026-12-01T10:00:00Z).",
                () -> order(DUE.minus(Duration.ofHours(1))));
    }

    @Test
    void operationsDoNotWaitForOneAnotherInACircle() {
        assertRefused(
                "The operations ([A, B]) of order O must not wait for one another in a circle.",
                () -> order(DUE, operation("A", "B"), operation("B", "A"), operation("C")));
    }

    @Test
    void aPredecessorIsOneOfTheOrder() {
        assertRefused(
                "The predecessor (X) of order O must be one of its operations; operation A names it.",
                () -> order(DUE, operation("A", "X")));
    }

    @Test
    void anOperationIsNotNamedTwice() {
        assertRefused(
                "The operations (A) of order O must be named once.", () -> order(DUE, operation("A"), operation("A")));
    }

    @Test
    void aLotIsNotInTheStoreTwice() {
        StockLot lot = new StockLot("L1", "M", 500, DUE, false, false, null);
        assertRefused("The lots (L1) of the stock must be named once.", () -> new Stock(List.of(lot, lot)));
        assertRefused(
                "The expires (2026-12-01T10:00:00Z) of stock lot L2 must be after its usableFrom (2026-12-01T10:00:00Z).",
                () -> new StockLot("L2", "M", 500, DUE, false, false, DUE));
    }

    /** 72 × 102 cm of 300 g/m² are 0.22 kg. */
    @Test
    void aSheetHasMassAndPrice() {
        Material ivory = new Material("M", "Ivory", "ivory", 300, new SheetSize(1020, 720), 31_500, 1);
        assertEquals(0.22032, ivory.sheet_kg(), 1e-9);
        assertEquals(6940.08, ivory.sheetPriceVnd(), 1e-6);
        assertEquals("72×102", ivory.sheet().inCentimetres());
        assertEquals("54.5×79", new SheetSize(790, 545).inCentimetres());
    }

    @Test
    void aQualityStateLimitsTheRank() {
        assertEquals(4, QualityState.GREEN.allowedRank(QualityProfile.BRAND_SPOT));
        assertEquals(2, QualityState.YELLOW.allowedRank(QualityProfile.BRAND_SPOT));
        assertEquals(1, QualityState.UNKNOWN.allowedRank(QualityProfile.HOUSE));
        assertEquals(1, QualityState.RED.allowedRank(QualityProfile.G7));
        assertEquals(0, QualityState.HOLD.allowedRank(QualityProfile.G7));
    }

    @Test
    void wasteFollowsTheTierOfTheRun() {
        WasteAllowance print = new WasteAllowance(
                OperationKind.PRINT,
                3,
                List.of(new WasteAllowance.Tier(3000, 150), new WasteAllowance.Tier(30_000, 400)),
                0.017);
        assertEquals(150, print.wasteFor(3000));
        assertEquals(400, print.wasteFor(3001));
        assertEquals(511, print.wasteFor(30_001));
    }

    private static void assertRefused(String message, org.junit.jupiter.api.function.Executable executable) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, executable).getMessage());
    }

    private static Order order(Instant customerDue, Operation... operations) {
        return new Order(
                "O",
                "c",
                "p",
                "t",
                100,
                DUE,
                customerDue,
                1,
                false,
                null,
                false,
                OrderStatus.OPEN,
                List.of(),
                List.of(operations));
    }

    private static Operation operation(String id, String... predecessors) {
        Form form = new Form(
                "M",
                "ford",
                80,
                new SheetSize(860, 650),
                List.of(),
                List.of(),
                Coating.NONE,
                QualityProfile.HOUSE,
                null,
                null);
        return new Operation(id, OperationKind.CUT, 100, "piece", 1, 1, List.of(predecessors), Duration.ZERO, form);
    }
}
