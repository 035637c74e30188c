package vn.nhain.simulators.order;

import java.util.ArrayList;
import java.util.List;
import vn.nhain.plant.material.Material;
import vn.nhain.plant.material.SheetSize;
import vn.nhain.plant.order.Coating;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.quality.QualityProfile;

/** Catalogues and books: forms are printed and folded to signatures, which are joined with a cover. */
final class BookRecipes {
    private static final SheetSize A4 = new SheetSize(297, 210);
    private static final SheetSize A5 = new SheetSize(210, 148);
    /** Forms that one folding run takes: a folder does not wait for the whole book. */
    private static final int FORMS_PER_FOLDING = 4;

    private BookRecipes() {}

    /** Print, fold, stitch, pack; the stitcher trims. Half of them have a cover of their own. */
    static List<Operation> catalogue(Design design) {
        Dice dice = design.dice();
        Material paper = design.paper("couche", 100, 150, Sheets.S65X86);
        int forms = dice.oneOf(List.of(1, 1, 1, 2, 2, 3));
        List<String> inks = design.inks(4);
        QualityProfile quality = design.commercialQuality(0.1);
        RouteBuilder route = new RouteBuilder();
        List<String> parts = signatures(design, route, paper, forms, inks, quality);
        int joined = forms;
        if (dice.chance(0.5)) {
            Material cover = design.onUsualPaper().paper("couche", 250, 300, Sheets.S43X65);
            parts.add(cover(design, route, cover, 2, inks, inks, dice.chance(0.4), quality));
            joined++;
        }
        String stitch = route.join(
                "STITCH",
                OperationKind.STITCH,
                design.quantity(),
                joined,
                design.finished(paper, A4, quality),
                Drying.NONE,
                parts);
        route.pack(design.quantity(), 50, design.finished(paper, A4, quality), stitch);
        return route.operations();
    }

    /** Print forms and cover, fold, bind, trim, pack. */
    static List<Operation> book(Design design) {
        Dice dice = design.dice();
        Material paper = design.paper("ford", 70, 100, Sheets.S65X86);
        int forms = dice.oneOf(List.of(6, 6, 6, 6, 8, 8, 10));
        double colour = dice.between(0, 1);
        List<String> inks = design.inks(colour < 0.4 ? 1 : colour < 0.6 ? 2 : 4);
        QualityProfile quality = design.commercialQuality(0);
        RouteBuilder route = new RouteBuilder();
        List<String> parts = signatures(design, route, paper, forms, inks, quality);
        Material cover = design.onUsualPaper().paper("ivory", 250, 250, Sheets.S43X65);
        parts.add(cover(design, route, cover, 3, design.inks(4), List.of(), dice.chance(0.7), quality));
        String bind = route.join(
                "BIND",
                OperationKind.BIND,
                design.quantity(),
                forms + 1,
                design.finished(paper, A5, quality),
                Drying.BOOK_COOLS,
                parts);
        String trim = route.pieces(
                "TRIM",
                OperationKind.TRIM,
                design.quantity(),
                design.finished(paper, A5, quality),
                Drying.NONE,
                List.of(bind));
        route.pack(design.quantity(), 20, design.finished(paper, A5, quality), trim);
        return route.operations();
    }

    /** Prints and folds the forms; ids of the folding operations. */
    private static List<String> signatures(
            Design design, RouteBuilder route, Material paper, int forms, List<String> inks, QualityProfile quality) {
        List<String> folded = new ArrayList<>();
        List<String> printed = new ArrayList<>();
        for (int form = 1; form <= forms; form++) {
            printed.add(route.sheets(
                    "P" + form,
                    OperationKind.PRINT,
                    design.quantity(),
                    design.printed(paper, inks, inks, Coating.NONE, quality, "P" + form),
                    Drying.afterPrint(inks, Coating.NONE, OperationKind.FOLD),
                    List.of()));
            if (printed.size() == FORMS_PER_FOLDING || form == forms) {
                folded.add(route.pieces(
                        "F" + (folded.size() + 1),
                        OperationKind.FOLD,
                        design.quantity() * printed.size(),
                        design.finished(paper, paper.sheet(), quality),
                        Drying.NONE,
                        printed));
                printed.clear();
            }
        }
        return folded;
    }

    /** Prints, perhaps laminates, and cuts the covers; id of the cut. */
    private static String cover(
            Design design,
            RouteBuilder route,
            Material paper,
            int up,
            List<String> front,
            List<String> back,
            boolean laminated,
            QualityProfile quality) {
        int sheets = Sheets.forPieces(design.quantity(), up);
        String last = route.sheets(
                "PC",
                OperationKind.PRINT,
                sheets,
                design.printed(paper, front, back, Coating.NONE, quality, "PC"),
                Drying.afterPrint(front, Coating.NONE, laminated ? OperationKind.LAMINATE : OperationKind.CUT),
                List.of());
        if (laminated) {
            last = route.sheets(
                    "LAMC",
                    OperationKind.LAMINATE,
                    sheets,
                    design.finished(paper, paper.sheet(), quality),
                    Drying.FILM_BONDS,
                    List.of(last));
            route.followedWithin(Drying.FILM_LIES_FLAT);
        }
        return route.divide(
                "CUTC",
                OperationKind.CUT,
                design.quantity(),
                up,
                design.finished(paper, paper.sheet(), quality),
                List.of(last));
    }
}
