package vn.nhain.scheduler.api;

/**
 * Why something is as it is, for people.
 *
 * @param code what binds: {@code machine part paper gate calendar quality frozen lag origin}
 * @param en a sentence in English
 * @param vi the same in Vietnamese
 */
public record Reason(String code, String en, String vi) {}
