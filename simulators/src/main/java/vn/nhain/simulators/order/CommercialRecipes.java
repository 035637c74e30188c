package vn.nhain.simulators.order;

import java.util.List;
import vn.nhain.plant.material.Material;
import vn.nhain.plant.material.SheetSize;
import vn.nhain.plant.order.Coating;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.quality.QualityProfile;

/** Flyers, posters and stationery: print, cut, pack, with a step or two between. */
final class CommercialRecipes {
    private CommercialRecipes() {}

    /** Print, cut, perhaps fold, pack. */
    static List<Operation> flyer(Design design) {
        Dice dice = design.dice();
        Material paper = design.paper("couche", 100, 200, dice.chance(0.45) ? Sheets.S65X86 : Sheets.S43X65);
        int up = dice.oneOf(paper.sheet().equals(Sheets.S65X86) ? List.of(8, 8, 16) : List.of(4, 8));
        List<String> inks = design.inks(4);
        List<String> back = dice.chance(0.6) ? inks : List.of();
        QualityProfile quality = design.commercialQuality(0.05);
        boolean folded = dice.chance(0.45) && paper.gsm() <= 150;

        RouteBuilder route = new RouteBuilder();
        String last = print(design, route, paper, up, inks, back, quality, OperationKind.CUT);
        last = cut(design, route, paper, up, quality, last);
        SheetSize leaf = Sheets.piece(paper.sheet(), up);
        if (folded) {
            last = route.pieces(
                    "FOLD",
                    OperationKind.FOLD,
                    design.quantity(),
                    design.finished(paper, leaf, quality),
                    Drying.NONE,
                    List.of(last));
        }
        route.pack(design.quantity(), 500, design.finished(paper, leaf, quality), last);
        return route.operations();
    }

    /** Print, perhaps laminate, cut, pack. */
    static List<Operation> poster(Design design) {
        Dice dice = design.dice();
        Material paper = design.paper("couche", 150, 200, Sheets.S72X102);
        int up = dice.oneOf(List.of(1, 2, 4));
        List<String> inks = design.inks(4);
        boolean laminated = dice.chance(0.3);
        QualityProfile quality = design.commercialQuality(0.2);

        RouteBuilder route = new RouteBuilder();
        String last = print(
                design,
                route,
                paper,
                up,
                inks,
                List.of(),
                quality,
                laminated ? OperationKind.LAMINATE : OperationKind.CUT);
        if (laminated) {
            last = route.sheets(
                    "LAM",
                    OperationKind.LAMINATE,
                    Sheets.forPieces(design.quantity(), up),
                    design.finished(paper, paper.sheet(), quality),
                    Drying.FILM_BONDS,
                    List.of(last));
            route.followedWithin(Drying.FILM_LIES_FLAT);
        }
        last = cut(design, route, paper, up, quality, last);
        route.pack(design.quantity(), 100, design.finished(paper, Sheets.piece(paper.sheet(), up), quality), last);
        return route.operations();
    }

    /** Print, cut, pack. */
    static List<Operation> stationery(Design design) {
        Dice dice = design.dice();
        Material paper = design.paper("ford", 80, 100, Sheets.S52X74);
        int up = dice.oneOf(List.of(4, 8));
        List<String> inks = design.inks(dice.chance(0.5) ? 1 : 2);
        RouteBuilder route = new RouteBuilder();
        String last = print(design, route, paper, up, inks, List.of(), QualityProfile.HOUSE, OperationKind.CUT);
        last = cut(design, route, paper, up, QualityProfile.HOUSE, last);
        route.pack(
                design.quantity(),
                500,
                design.finished(paper, Sheets.piece(paper.sheet(), up), QualityProfile.HOUSE),
                last);
        return route.operations();
    }

    private static String print(
            Design design,
            RouteBuilder route,
            Material paper,
            int up,
            List<String> front,
            List<String> back,
            QualityProfile quality,
            OperationKind next) {
        return route.sheets(
                "P1",
                OperationKind.PRINT,
                Sheets.forPieces(design.quantity(), up),
                design.printed(paper, front, back, Coating.NONE, quality, "P1"),
                Drying.afterPrint(front, Coating.NONE, next),
                List.of());
    }

    private static String cut(
            Design design, RouteBuilder route, Material paper, int up, QualityProfile quality, String after) {
        return route.divide(
                "CUT",
                OperationKind.CUT,
                design.quantity(),
                up,
                design.finished(paper, paper.sheet(), quality),
                List.of(after));
    }
}
