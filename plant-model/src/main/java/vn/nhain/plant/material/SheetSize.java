package vn.nhain.plant.material;

/**
 * Size of a sheet.
 *
 * @param longSide_mm long side in millimetres, at least the short side
 * @param shortSide_mm short side in millimetres, at least 1
 */
public record SheetSize(int longSide_mm, int shortSide_mm) {
    public SheetSize {
        if (shortSide_mm < 1 || longSide_mm < shortSide_mm) {
            throw new IllegalArgumentException(
                    "The sheet size (%dx%d mm) must have a short side of at least 1 mm and a long side no shorter than it."
                            .formatted(longSide_mm, shortSide_mm));
        }
    }

    /** Whether a sheet of this size lies within {@code limit} when both lie the same way. */
    public boolean fitsIn(SheetSize limit) {
        return longSide_mm <= limit.longSide_mm && shortSide_mm <= limit.shortSide_mm;
    }

    /** Area in square metres. */
    public double area_m2() {
        return longSide_mm * (double) shortSide_mm * 1e-6;
    }

    /** As files write it: millimetres, long side first, such as {@code 860x650}. */
    @Override
    public String toString() {
        return longSide_mm + "x" + shortSide_mm;
    }

    /** As the trade writes it in Vietnam: centimetres, short side first, such as {@code 65×86}. */
    public String inCentimetres() {
        return trim(shortSide_mm) + "×" + trim(longSide_mm);
    }

    private static String trim(int mm) {
        return mm % 10 == 0 ? Integer.toString(mm / 10) : mm / 10 + "." + mm % 10;
    }
}
