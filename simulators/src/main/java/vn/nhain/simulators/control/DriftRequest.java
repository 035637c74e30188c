package vn.nhain.simulators.control;

/** Colour drifts by so much ΔE00 an hour, at least 0; 0 mends it. */
record DriftRequest(double deltaE) {}
