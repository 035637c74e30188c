package vn.nhain.simulators.control;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;

/**
 * Breaks a machine.
 *
 * @param code as its panel shows it
 * @param text as its panel shows it
 * @param minutes plant minutes until the repair is done, at least 1
 */
record FaultRequest(@Nullable String code, @Nullable String text, double minutes) {
    String panelCode() {
        return requireNonNullElse(code, "FAULT");
    }

    String panelText() {
        return requireNonNullElse(text, "");
    }
}
