package vn.nhain.plant.material;

import java.util.List;
import vn.nhain.plant.validation.Require;

/**
 * All that lies in the store or is on its way.
 *
 * @param lots in no particular order
 */
public record Stock(List<StockLot> lots) {
    public Stock {
        lots = List.copyOf(lots);
        Require.distinct("the stock", "lots", lots, StockLot::id);
    }
}
