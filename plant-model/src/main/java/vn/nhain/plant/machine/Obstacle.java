package vn.nhain.plant.machine;

/** Why a machine cannot take an operation at all, whatever the time. */
public enum Obstacle {
    /** It does not do this process step. */
    PROCESS,
    /** The sheet is larger than its largest. */
    SHEET_TOO_LARGE,
    /** The sheet is smaller than its smallest. */
    SHEET_TOO_SMALL,
    /** The paper is lighter than its lightest. */
    PAPER_TOO_LIGHT,
    /** The paper is heavier than its heaviest. */
    PAPER_TOO_HEAVY,
    /** The form is coated in line, and it has no coater, or none for UV varnish. */
    COATING,
    /** The form is tighter than the profile that it is certified for. */
    QUALITY
}
