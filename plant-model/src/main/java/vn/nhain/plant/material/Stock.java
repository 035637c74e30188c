package vn.nhain.plant.material;

import java.util.List;

/**
 * All that lies in the store or is on its way.
 *
 * @param lots in no particular order
 */
public record Stock(List<StockLot> lots) {
    public Stock {
        lots = List.copyOf(lots);
    }
}
