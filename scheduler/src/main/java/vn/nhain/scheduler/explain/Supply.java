package vn.nhain.scheduler.explain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.nhain.plant.material.StockLot;
import vn.nhain.scheduler.check.PaperFlow;

/**
 * Paper of one material, on hand and on its way.
 *
 * @param origin plant time of minute 0
 */
record Supply(String materialId, List<StockLot> lots, Instant origin) {
    /** The first job that does not get its paper. */
    Optional<Work> findShort(List<Work> users) {
        List<Work> byStart =
                users.stream().sorted(Comparator.comparingInt(Work::start)).toList();
        int missing = PaperFlow.uncovered(
                lots.stream().map(StockLot::sheets).toList(),
                byStart.stream().map(w -> w.task().quantities().unitsIn()).toList(),
                (user, lot) -> fits(lots.get(lot), byStart.get(user)));
        return missing < 0 ? Optional.empty() : Optional.of(byStart.get(missing));
    }

    private boolean fits(StockLot lot, Work work) {
        Instant start = origin.plusSeconds(60L * work.start());
        return !lot.usableFrom().isAfter(start)
                && (lot.expires() == null || lot.expires().isAfter(start))
                && (lot.certified() || !work.order().fsc());
    }
}
