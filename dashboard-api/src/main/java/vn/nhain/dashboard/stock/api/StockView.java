package vn.nhain.dashboard.stock.api;

import java.time.Instant;
import java.util.List;

/**
 * A material in the store.
 *
 * @param materialId the material
 * @param name as the store calls it
 * @param sheets on hand and usable
 * @param arrivals what is on its way
 * @param reserved sheets that the plan in force will take
 */
public record StockView(String materialId, String name, long sheets, List<Arrival> arrivals, long reserved) {
    public StockView {
        arrivals = List.copyOf(arrivals);
    }

    /**
     * A delivery.
     *
     * @param lotId the lot
     * @param sheets how many
     * @param usableFrom plant time from which it may be printed
     */
    public record Arrival(String lotId, int sheets, Instant usableFrom) {}
}
