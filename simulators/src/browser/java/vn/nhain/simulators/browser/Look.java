package vn.nhain.simulators.browser;

import java.util.List;

/**
 * How the page is looked at.
 *
 * @param lang {@code vi} or {@code en}
 * @param theme {@code light} or {@code dark}
 * @param width of the window, CSS pixels
 * @param height of the window, CSS pixels
 */
record Look(String lang, String theme, int width, int height) {
    private static final int PHONE_WIDTH = 720;

    static final Look DESK = new Look("vi", "light", 1440, 900);
    static final Look PHONE = new Look("vi", "light", 390, 844);

    /** Both languages in both themes at a desk, and a phone of each. */
    static List<Look> all() {
        return List.of(
                DESK,
                DESK.in("en", "dark"),
                DESK.in("en", "light"),
                DESK.in("vi", "dark"),
                PHONE,
                PHONE.in("en", "dark"));
    }

    Look in(String otherLang, String otherTheme) {
        return new Look(otherLang, otherTheme, width, height);
    }

    boolean isPhone() {
        return width < PHONE_WIDTH;
    }
}
