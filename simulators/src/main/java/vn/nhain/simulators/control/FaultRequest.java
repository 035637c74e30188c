package vn.nhain.simulators.control;

import org.jspecify.annotations.Nullable;

/** Breaks a machine; {@code minutes} of plant time, at least 1. */
record FaultRequest(@Nullable String code, @Nullable String text, double minutes) {}
