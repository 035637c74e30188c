package vn.nhain.plant;

/**
 * A reason that an operator can give for a stop.
 *
 * @param code such as {@code WAIT_PLATE}
 * @param en English text
 * @param vi Vietnamese text
 */
public record StopReason(String code, String en, String vi) {}
