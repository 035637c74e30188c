package vn.nhain.plant.order;

/** Process steps that an order may need. A machine lists the kinds that it can do. */
public enum OperationKind {
    PRINT,
    LAMINATE,
    UV_COAT,
    FOIL,
    DIE_CUT,
    GLUE,
    CUT,
    FOLD,
    STITCH,
    BIND,
    TRIM,
    PACK
}
