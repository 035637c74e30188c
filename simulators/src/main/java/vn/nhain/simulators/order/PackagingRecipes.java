package vn.nhain.simulators.order;

import java.time.Duration;
import java.util.List;
import vn.nhain.plant.material.Material;
import vn.nhain.plant.material.SheetSize;
import vn.nhain.plant.order.Coating;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.quality.QualityProfile;

/** Cartons, labels and bags. */
final class PackagingRecipes {
    /** Packers take boxes from the gluer as its pallets fill. */
    private static final int PACKING_BATCHES = 4;

    private PackagingRecipes() {}

    /** Print, perhaps laminate, varnish or foil, then die-cut, glue, pack. */
    static List<Operation> carton(Design design) {
        Dice dice = design.dice();
        SheetSize sheet = dice.chance(0.7) ? Sheets.S72X102 : Sheets.S54X79;
        Material board = design.paper(dice.chance(0.55) ? "ivory" : "duplex", 250, 400, sheet);
        int up = dice.oneOf(board.sheet().equals(Sheets.S72X102) ? List.of(4, 4, 6, 6, 8, 8, 10) : List.of(2, 3, 4, 4));
        double finish = dice.between(0, 1);
        boolean laminated = finish < 0.25;
        boolean varnished = finish >= 0.25 && finish < 0.37;
        boolean foiled = finish >= 0.37 && finish < 0.47;
        Coating coating = laminated || varnished ? Coating.NONE : coating(dice);
        double spotDraw = dice.between(0, 1);
        int spots = spotDraw < 0.5 ? 0 : spotDraw < 0.83 ? 1 : 2;
        List<String> inks = design.inksWithSpots(spots);
        QualityProfile quality =
                spots > 0 && dice.chance(0.12) ? QualityProfile.BRAND_SPOT : design.commercialQuality(0.4);

        int sheets = Sheets.forPieces(design.quantity(), up);
        RouteBuilder route = new RouteBuilder();
        OperationKind next = laminated
                ? OperationKind.LAMINATE
                : varnished ? OperationKind.UV_COAT : foiled ? OperationKind.FOIL : OperationKind.DIE_CUT;
        String last = route.sheets(
                "P1",
                OperationKind.PRINT,
                sheets,
                design.printed(board, inks, List.of(), coating, quality, "P1"),
                Drying.afterPrint(inks, coating, next),
                List.of());
        if (next != OperationKind.DIE_CUT) {
            String tool = varnished ? "LU" : "KN";
            last = route.sheets(
                    laminated ? "LAM" : varnished ? "UV" : "FOIL",
                    next,
                    sheets,
                    laminated
                            ? design.finished(board, board.sheet(), quality)
                            : design.tooled(board, board.sheet(), quality, tool),
                    laminated ? Drying.FILM_BONDS : Drying.NONE,
                    List.of(last));
            if (laminated) {
                route.followedWithin(Drying.FILM_LIES_FLAT);
            }
        }
        boxes(design, route, board, up, quality, last, 100);
        return route.operations();
    }

    /** Print, perhaps varnish, then cut or die-cut, pack. */
    static List<Operation> label(Design design) {
        Dice dice = design.dice();
        Material paper = design.paper("couche", 80, 100, Sheets.S65X86);
        int up = dice.oneOf(List.of(24, 36, 48));
        Coating coating = dice.chance(0.6) ? Coating.AQUEOUS : Coating.NONE;
        boolean varnished = coating == Coating.NONE && dice.chance(0.6);
        boolean shaped = dice.chance(0.3);
        List<String> inks = design.inksWithSpots(dice.chance(0.5) ? 1 : 0);
        QualityProfile quality = design.commercialQuality(0.1);
        OperationKind cut = shaped ? OperationKind.DIE_CUT : OperationKind.CUT;

        int sheets = Sheets.forPieces(design.quantity(), up);
        RouteBuilder route = new RouteBuilder();
        String last = route.sheets(
                "P1",
                OperationKind.PRINT,
                sheets,
                design.printed(paper, inks, List.of(), coating, quality, "P1"),
                Drying.afterPrint(inks, coating, varnished ? OperationKind.UV_COAT : cut),
                List.of());
        if (varnished) {
            last = route.sheets(
                    "UV",
                    OperationKind.UV_COAT,
                    sheets,
                    design.finished(paper, paper.sheet(), quality),
                    Drying.NONE,
                    List.of(last));
        }
        last = route.divide(
                shaped ? "DIE" : "CUT",
                cut,
                design.quantity(),
                up,
                shaped
                        ? design.tooled(paper, paper.sheet(), quality, "KB")
                        : design.finished(paper, paper.sheet(), quality),
                List.of(last));
        route.pack(design.quantity(), 1000, design.finished(paper, Sheets.piece(paper.sheet(), up), quality), last);
        return route.operations();
    }

    /** Print, laminate, die-cut, glue, pack. */
    static List<Operation> bag(Design design) {
        Dice dice = design.dice();
        Material paper = dice.chance(0.6)
                ? design.paper("ivory", 200, 260, Sheets.S72X102)
                : design.paper("couche", 150, 200, Sheets.S72X102);
        int up = dice.oneOf(List.of(1, 2, 2));
        List<String> inks = design.inks(dice.chance(0.6) ? 4 : 2);
        QualityProfile quality = design.commercialQuality(0.15);
        int sheets = Sheets.forPieces(design.quantity(), up);
        RouteBuilder route = new RouteBuilder();
        String print = route.sheets(
                "P1",
                OperationKind.PRINT,
                sheets,
                design.printed(paper, inks, List.of(), Coating.NONE, quality, "P1"),
                Drying.afterPrint(inks, Coating.NONE, OperationKind.LAMINATE),
                List.of());
        String film = route.sheets(
                "LAM",
                OperationKind.LAMINATE,
                sheets,
                design.finished(paper, paper.sheet(), quality),
                Drying.FILM_BONDS,
                List.of(print));
        route.followedWithin(Drying.FILM_LIES_FLAT);
        boxes(design, route, paper, up, quality, film, 50);
        return route.operations();
    }

    private static void boxes(
            Design design,
            RouteBuilder route,
            Material board,
            int up,
            QualityProfile quality,
            String after,
            int perPack) {
        SheetSize blank = Sheets.piece(board.sheet(), up);
        Duration sets = Drying.GLUE_SETS;
        String die = route.divide(
                "DIE",
                OperationKind.DIE_CUT,
                design.quantity(),
                up,
                design.tooled(board, board.sheet(), quality, "KB"),
                List.of(after));
        String glue = route.pieces(
                "GLUE",
                OperationKind.GLUE,
                design.quantity(),
                design.finished(board, blank, quality),
                sets,
                List.of(die));
        route.inBatches(PACKING_BATCHES, perPack);
        route.pack(design.quantity(), perPack, design.finished(board, blank, quality), glue);
    }

    private static Coating coating(Dice dice) {
        if (!dice.chance(0.95)) {
            return Coating.NONE;
        }
        return dice.chance(0.08) ? Coating.UV : Coating.AQUEOUS;
    }
}
