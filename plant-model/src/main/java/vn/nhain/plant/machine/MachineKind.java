package vn.nhain.plant.machine;

/** Kinds of machine in a carton and commercial plant. */
public enum MachineKind {
    /** Sheetfed offset press. */
    OFFSET_PRESS,
    /** Cuts piles of sheets. */
    GUILLOTINE,
    /** Folds sheets to signatures. */
    FOLDER,
    /** Film laminator. */
    LAMINATOR,
    /** Full or spot UV coater off the press. */
    UV_COATER,
    /** Hot-foil stamper. */
    FOIL_STAMPER,
    /** Automatic die cutter and creaser. */
    DIE_CUTTER,
    /** Folds and glues cartons. */
    FOLDER_GLUER,
    /** Saddle stitcher. */
    SADDLE_STITCHER,
    /** Perfect binder. */
    PERFECT_BINDER,
    /** Three-knife trimmer. */
    TRIMMER,
    /** Packing and shrink-wrapping line. */
    PACKING_LINE
}
