package vn.nhain.simulators.order;

import java.util.Map;
import vn.nhain.plant.material.SheetSize;

/** Press sheets that the plant uses, and what lies on them. */
final class Sheets {
    static final SheetSize S65X86 = new SheetSize(860, 650);
    static final SheetSize S43X65 = new SheetSize(650, 430);
    static final SheetSize S72X102 = new SheetSize(1020, 720);
    static final SheetSize S54X79 = new SheetSize(790, 545);
    static final SheetSize S52X74 = new SheetSize(740, 520);

    /** Rows along the short side by number of pieces on a sheet. */
    private static final Map<Integer, Integer> ROWS = Map.ofEntries(
            Map.entry(1, 1),
            Map.entry(2, 1),
            Map.entry(3, 1),
            Map.entry(4, 2),
            Map.entry(6, 2),
            Map.entry(8, 2),
            Map.entry(10, 2),
            Map.entry(12, 3),
            Map.entry(16, 4),
            Map.entry(24, 4),
            Map.entry(36, 6),
            Map.entry(48, 6));

    private Sheets() {}

    /** Size of one of so many pieces on a sheet. */
    static SheetSize piece(SheetSize sheet, int up) {
        int rows = ROWS.getOrDefault(up, 1);
        int across = sheet.longSide_mm() / (up / rows);
        int along = sheet.shortSide_mm() / rows;
        return new SheetSize(Math.max(across, along), Math.min(across, along));
    }

    /** Sheets for so many pieces. */
    static int forPieces(int pieces, int up) {
        return (pieces + up - 1) / up;
    }
}
