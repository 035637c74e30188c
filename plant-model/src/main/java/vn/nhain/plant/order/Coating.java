package vn.nhain.plant.order;

/** Coating that a press applies in line. */
public enum Coating {
    NONE,
    /** Water-based dispersion. */
    AQUEOUS,
    /** UV varnish. */
    UV
}
