package vn.nhain.plant;

import vn.nhain.plant.validation.Require;

/**
 * A reason that an operator can give for a stop.
 *
 * @param code such as {@code WAIT_PLATE}
 * @param en English text
 * @param vi Vietnamese text
 */
public record StopReason(String code, String en, String vi) {
    public StopReason {
        Require.id("the stop reason", "code", code);
        Require.text("stop reason " + code, "en", en);
        Require.text("stop reason " + code, "vi", vi);
    }
}
