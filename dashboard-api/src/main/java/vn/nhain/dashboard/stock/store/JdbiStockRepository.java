package vn.nhain.dashboard.stock.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.nhain.dashboard.database.Instants;
import vn.nhain.dashboard.stock.StockRepository;
import vn.nhain.plant.material.StockLot;

/** Lots in H2 or PostgreSQL. */
public final class JdbiStockRepository implements StockRepository {
    private final Jdbi jdbi;

    public JdbiStockRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<StockLot> listLots() {
        return jdbi.withHandle(handle -> handle.select("select * from stock_lot order by usable_from, id")
                .map((row, context) -> lot(row))
                .list());
    }

    @Override
    public void addLots(Collection<StockLot> lots) {
        if (lots.isEmpty()) {
            return;
        }
        jdbi.useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    insert into stock_lot (id, material_id, sheets, usable_from, arrival, certified, expires)
                    values (:id, :materialId, :sheets, :usableFrom, :arrival, :certified, :expires)""");
            for (StockLot lot : lots) {
                batch.bind("id", lot.id())
                        .bind("materialId", lot.materialId())
                        .bind("sheets", lot.sheets())
                        .bind("usableFrom", Instants.toColumn(lot.usableFrom()))
                        .bind("arrival", lot.arrival())
                        .bind("certified", lot.certified())
                        .bind("expires", Instants.toColumn(lot.expires()))
                        .add();
            }
            batch.execute();
        });
    }

    @Override
    public int delayArrivals(String materialId, Instant now, Duration delay) {
        return jdbi.inTransaction(handle -> {
            List<StockLot> late = usable(handle, materialId).stream()
                    .filter(lot -> lot.usableFrom().isAfter(now))
                    .toList();
            late.forEach(lot -> handle.createUpdate("update stock_lot set usable_from = :at where id = :id")
                    .bind("at", Instants.toColumn(lot.usableFrom().plus(delay)))
                    .bind("id", lot.id())
                    .execute());
            return late.size();
        });
    }

    @Override
    public int take(String materialId, int sheets, boolean certifiedOnly, Instant now) {
        return jdbi.inTransaction(handle -> {
            int left = sheets;
            List<StockLot> lots = usable(handle, materialId).stream()
                    .filter(lot -> !lot.usableFrom().isAfter(now) && (lot.certified() || !certifiedOnly))
                    .sorted(Comparator.comparing(StockLot::certified).thenComparing(StockLot::usableFrom))
                    .toList();
            for (StockLot lot : lots) {
                int taken = Math.min(left, lot.sheets());
                left -= taken;
                if (taken > 0) {
                    handle.createUpdate("update stock_lot set sheets = sheets - :taken where id = :id")
                            .bind("taken", taken)
                            .bind("id", lot.id())
                            .execute();
                }
            }
            return sheets - left;
        });
    }

    private static List<StockLot> usable(Handle handle, String materialId) {
        return handle.select("select * from stock_lot where material_id = :id and sheets > 0 order by usable_from, id")
                .bind("id", materialId)
                .map((row, context) -> lot(row))
                .list();
    }

    private static StockLot lot(ResultSet row) throws SQLException {
        return new StockLot(
                row.getString("id"),
                row.getString("material_id"),
                row.getInt("sheets"),
                Instants.of(row, "usable_from"),
                row.getBoolean("arrival"),
                row.getBoolean("certified"),
                Instants.orNull(row, "expires"));
    }
}
