package vn.nhain.edge.spool;

import vn.nhain.plant.reading.ReadingQuality;

/** Qualities as two bits on disk; fixed for ever, whatever becomes of the enum. */
final class QualityCode {
    static final int MASK = 3;

    private QualityCode() {}

    static int of(ReadingQuality quality) {
        return switch (quality) {
            case GOOD -> 0;
            case UNCERTAIN -> 1;
            case BAD -> 2;
        };
    }

    static ReadingQuality quality(int code) {
        return switch (code & MASK) {
            case 0 -> ReadingQuality.GOOD;
            case 1 -> ReadingQuality.UNCERTAIN;
            default -> ReadingQuality.BAD;
        };
    }
}
