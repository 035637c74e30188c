package vn.nhain.dashboard.order.api;

/**
 * A sentence in both languages.
 *
 * @param en English
 * @param vi Vietnamese
 */
public record Bilingual(String en, String vi) {}
