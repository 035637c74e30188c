package vn.nhain.plant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.nhain.plant.QuantityChain.Quantities;
import vn.nhain.plant.calendar.Tariff;
import vn.nhain.plant.material.SheetSize;
import vn.nhain.plant.order.Coating;
import vn.nhain.plant.order.Form;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.order.Order;
import vn.nhain.plant.order.OrderStatus;
import vn.nhain.plant.quality.QualityProfile;

class QuantityChainTest {
    private static final Plant PLANT = new Plant(
            "p",
            "p",
            "p",
            ZoneId.of("Asia/Ho_Chi_Minh"),
            List.of(),
            List.of(),
            List.of(new Tariff("T", LocalDate.EPOCH, 1833, List.of())),
            List.of(),
            List.of(
                    allowance(OperationKind.PRINT, 3, 150),
                    allowance(OperationKind.PRINT, 1, 120),
                    allowance(OperationKind.DIE_CUT, 0, 80),
                    allowance(OperationKind.BIND, 0, 100)),
            new Prices(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
            List.of());

    /** 8,000 boxes, 8 to a sheet: 1,000 sheets cut, 80 lost there, 150 lost in print. */
    @Test
    void aBoxIsCountedInPiecesAfterTheDieAndInSheetsBefore() {
        Map<String, Quantities> chain = chain(
                8000,
                operation("P", OperationKind.PRINT, 1000, 1, 1, 4),
                operation("D", OperationKind.DIE_CUT, 8000, 1, 8, 0, "P"),
                operation("K", OperationKind.PACK, 8000, 50, 50, 0, "D"));
        assertEquals(new Quantities(8000, 0, 8000), chain.get("K"));
        assertEquals(new Quantities(8000, 80, 1080), chain.get("D"));
        assertEquals(new Quantities(1080, 150, 1230), chain.get("P"));
    }

    /** The classic mistake: 100 books lost at the binder are 100 sheets of each of four forms and of the cover, not 100. */
    @Test
    void aBookLostAtTheBinderCostsASheetOfEveryForm() {
        Map<String, Quantities> chain = chain(
                2000,
                operation("P1", OperationKind.PRINT, 2000, 1, 1, 1),
                operation("P2", OperationKind.PRINT, 2000, 1, 1, 1),
                operation("P3", OperationKind.PRINT, 2000, 1, 1, 1),
                operation("P4", OperationKind.PRINT, 2000, 1, 1, 1),
                operation("F", OperationKind.FOLD, 8000, 1, 1, 0, "P1", "P2", "P3", "P4"),
                operation("PC", OperationKind.PRINT, 500, 1, 1, 4),
                operation("C", OperationKind.CUT, 2000, 1, 4, 0, "PC"),
                operation("B", OperationKind.BIND, 2000, 5, 1, 0, "F", "C"));
        assertEquals(new Quantities(2000, 100, 10_500), chain.get("B"));
        assertEquals(8400, chain.get("F").goodOut());
        assertEquals(2100, chain.get("P3").goodOut());
        assertEquals(2220, chain.get("P3").unitsIn());
        assertEquals(2100, chain.get("C").goodOut());
        assertEquals(525, chain.get("PC").goodOut());
    }

    private static Map<String, Quantities> chain(int quantity, Operation... operations) {
        Instant due = Instant.parse("2026-12-01T10:00:00Z");
        return QuantityChain.of(
                new Order(
                        "O",
                        "c",
                        "p",
                        "t",
                        quantity,
                        due,
                        due,
                        1,
                        false,
                        null,
                        false,
                        OrderStatus.OPEN,
                        List.of(),
                        List.of(operations)),
                PLANT);
    }

    private static Operation operation(
            String id, OperationKind kind, int good, int inputs, int outputs, int inks, String... predecessors) {
        List<String> front = List.of("K", "C", "M", "Y").subList(0, inks);
        Form form = new Form(
                "M",
                "ford",
                80,
                new SheetSize(860, 650),
                front,
                List.of(),
                Coating.NONE,
                QualityProfile.HOUSE,
                null,
                null);
        return new Operation(id, kind, good, "piece", inputs, outputs, List.of(predecessors), Duration.ZERO, form);
    }

    private static WasteAllowance allowance(OperationKind kind, int colours, int waste) {
        return new WasteAllowance(kind, colours, List.of(new WasteAllowance.Tier(100_000, waste)), 0.01);
    }
}
