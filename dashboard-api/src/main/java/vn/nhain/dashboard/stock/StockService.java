package vn.nhain.dashboard.stock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhain.dashboard.audit.AuditLog;
import vn.nhain.dashboard.problem.NotFoundException;
import vn.nhain.dashboard.stock.api.StockView;
import vn.nhain.plant.Plant;
import vn.nhain.plant.material.Material;
import vn.nhain.plant.material.StockLot;

/** Paper in the store and on its way; kept in memory, all changes go through here. Thread-safe. */
public final class StockService {
    private final Plant plant;
    private final StockRepository repository;
    private final AuditLog audit;
    private final Clock plantClock;
    private volatile @Nullable List<StockLot> cached;

    public StockService(Plant plant, StockRepository repository, AuditLog audit, Clock plantClock) {
        this.plant = plant;
        this.repository = repository;
        this.audit = audit;
        this.plantClock = plantClock;
    }

    /** All lots, by the time from which they are usable. */
    public List<StockLot> listLots() {
        List<StockLot> known = cached;
        return known == null ? load() : known;
    }

    /** Every material of the plant. */
    public List<StockView> listStock(Map<String, Long> reserved) {
        Instant now = plantClock.instant();
        List<StockLot> lots = listLots();
        return plant.materials().stream()
                .map(material -> view(material, lots, now, reserved.getOrDefault(material.id(), 0L)))
                .toList();
    }

    /** Adds lots; all or none. */
    public synchronized void addLots(Collection<StockLot> lots) {
        repository.addLots(lots);
        cached = null;
    }

    /**
     * Puts off the deliveries of a material.
     *
     * @return how many lots were put off
     * @throws NotFoundException when the plant has no such material
     */
    public synchronized int delayArrivals(String materialId, Duration delay, String who) {
        if (plant.findMaterial(materialId).isEmpty()) {
            throw NotFoundException.of("material", materialId);
        }
        int lots = repository.delayArrivals(materialId, plantClock.instant(), delay);
        cached = null;
        audit.record(who, "stock.delay", materialId, "", "%d deliveries later by %s".formatted(lots, delay));
        return lots;
    }

    /**
     * Takes the paper of an operation out of the store.
     *
     * @return sheets that were there, at most {@code sheets}
     */
    public synchronized int take(String materialId, int sheets, boolean certifiedOnly) {
        int taken = repository.take(materialId, sheets, certifiedOnly, plantClock.instant());
        cached = null;
        return taken;
    }

    private synchronized List<StockLot> load() {
        List<StockLot> lots = List.copyOf(repository.listLots());
        cached = lots;
        return lots;
    }

    private static StockView view(Material material, List<StockLot> lots, Instant now, long reserved) {
        List<StockLot> own =
                lots.stream().filter(l -> l.materialId().equals(material.id())).toList();
        return new StockView(
                material.id(),
                material.name(),
                own.stream()
                        .filter(l -> !l.usableFrom().isAfter(now))
                        .mapToLong(StockLot::sheets)
                        .sum(),
                own.stream()
                        .filter(l -> l.usableFrom().isAfter(now))
                        .map(l -> new StockView.Arrival(l.id(), l.sheets(), l.usableFrom()))
                        .toList(),
                reserved);
    }
}
