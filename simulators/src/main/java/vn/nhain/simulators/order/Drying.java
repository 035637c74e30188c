package vn.nhain.simulators.order;

import java.time.Duration;
import java.util.List;
import vn.nhain.plant.order.Coating;
import vn.nhain.plant.order.OperationKind;

/** How long sheets lie before the next step; Ho Chi Minh City's humidity takes the upper side of what is usual. */
final class Drying {
    /** Glue of boxes and bags sets. */
    static final Duration GLUE_SETS = Duration.ofHours(1);
    /** Hot-melt cools before a book is trimmed. */
    static final Duration BOOK_COOLS = Duration.ofHours(1);
    /** Film bonds before it is cut. */
    static final Duration FILM_BONDS = Duration.ofHours(4);
    /** Sheets with film on one side curl in humid air when they lie for longer. */
    static final Duration FILM_LIES_FLAT = Duration.ofDays(3);
    /** UV varnish is dry at the delivery. */
    static final Duration NONE = Duration.ZERO;

    private static final Duration DISPERSION = Duration.ofHours(1);
    private static final Duration BEFORE_KNIFE_AND_FOLD = Duration.ofHours(6);
    private static final Duration BEFORE_FILM = Duration.ofHours(12);
    private static final Duration REFLEX_BLUE = Duration.ofHours(24);
    private static final String SLOW_INK = "P072";

    private Drying() {}

    /** Time from the press to the next step. */
    static Duration afterPrint(List<String> inks, Coating coating, OperationKind next) {
        return switch (coating) {
            case UV -> NONE;
            case AQUEOUS -> DISPERSION;
            case NONE ->
                inks.contains(SLOW_INK)
                        ? REFLEX_BLUE
                        : next == OperationKind.LAMINATE ? BEFORE_FILM : BEFORE_KNIFE_AND_FOLD;
        };
    }
}
