package vn.nhain.dashboard.stock;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import vn.nhain.plant.material.StockLot;

/** Lots of paper. Implementations are thread-safe. */
public interface StockRepository {
    /** All lots, by the time from which they are usable. */
    List<StockLot> listLots();

    /** Adds lots; all or none. */
    void addLots(Collection<StockLot> lots);

    /**
     * Puts off the deliveries of a material that have not come yet.
     *
     * @return how many lots were put off
     */
    int delayArrivals(String materialId, Instant now, Duration delay);

    /**
     * Takes sheets out of usable lots, those that are usable first; certified lots last, or only those.
     *
     * @return sheets that were there to take, at most {@code sheets}
     */
    int take(String materialId, int sheets, boolean certifiedOnly, Instant now);
}
