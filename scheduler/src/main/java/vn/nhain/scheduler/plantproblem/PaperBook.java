package vn.nhain.scheduler.plantproblem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhain.plant.material.Stock;
import vn.nhain.plant.material.StockLot;
import vn.nhain.scheduler.api.Reason;
import vn.nhain.scheduler.words.Words;

/**
 * Reserves paper, lot by lot, so that the use of no lot ever exceeds it. Certified orders take certified lots only; others
 * leave those alone as long as other lots do. Of lots that fit, those that are usable first go first.
 *
 * <p>A lot that expires before the horizon is not reserved: nothing in the search keeps an operation before an expiry.
 */
final class PaperBook {
    private final PlanTime time;
    private final Words words;
    private final Map<String, List<Open>> openByMaterial = new HashMap<>();

    PaperBook(Stock stock, PlanTime time, Words words, Instant horizon) {
        this.time = time;
        this.words = words;
        stock.lots().stream()
                .filter(lot -> lot.expires() == null || lot.expires().isAfter(horizon))
                .sorted(Comparator.comparing(StockLot::usableFrom).thenComparing(StockLot::id))
                .forEach(lot -> openByMaterial
                        .computeIfAbsent(lot.materialId(), id -> new ArrayList<>())
                        .add(new Open(lot)));
    }

    private static final class Open {
        private final StockLot lot;
        private int left;

        private Open(StockLot lot) {
            this.lot = lot;
            this.left = lot.sheets();
        }
    }

    /** The time from which the reserved paper is usable; empty when there is not enough, and then nothing is reserved. */
    Optional<Release> reserve(String materialId, int sheets, boolean certified) {
        List<Open> lots = openByMaterial.getOrDefault(materialId, List.of()).stream()
                .filter(open -> !certified || open.lot.certified())
                .sorted(Comparator.comparing((Open open) -> open.lot.certified()))
                .toList();
        if (lots.stream().mapToLong(open -> open.left).sum() < sheets) {
            return Optional.empty();
        }
        int need = sheets;
        Instant usable = time.origin();
        for (Open open : lots) {
            int taken = Math.min(need, open.left);
            open.left -= taken;
            need -= taken;
            if (taken > 0 && open.lot.usableFrom().isAfter(usable)) {
                usable = open.lot.usableFrom();
            }
        }
        return Optional.of(release(materialId, usable));
    }

    /** Why an operation gets no paper. */
    Reason barrier(String materialId, int sheets, boolean certified) {
        long left = openByMaterial.getOrDefault(materialId, List.of()).stream()
                .filter(open -> !certified || open.lot.certified())
                .mapToLong(open -> open.left)
                .sum();
        Words.Both paper = words.paper(materialId);
        return new Reason(
                "paper",
                "needs %d sheets of %s%s; %d are left, arrivals included"
                        .formatted(sheets, certified ? "FSC " : "", paper.en(), left),
                "cần %d tờ %s%s; còn %d tờ, kể cả hàng sắp về"
                        .formatted(sheets, paper.vi(), certified ? " FSC" : "", left));
    }

    private Release release(String materialId, Instant usable) {
        Words.Both paper = words.paper(materialId);
        Words.Both at = words.time(usable);
        return new Release(
                time.from(usable),
                new Reason(
                        "paper",
                        "waits for %s until %s".formatted(paper.en(), at.en()),
                        "chờ %s đến %s".formatted(paper.vi(), at.vi())),
                new Reason(
                        "paper",
                        "%s is usable from %s".formatted(paper.en(), at.en()),
                        "%s dùng được từ %s".formatted(paper.vi(), at.vi())));
    }
}
