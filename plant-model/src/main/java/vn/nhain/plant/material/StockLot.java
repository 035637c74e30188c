package vn.nhain.plant.material;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.validation.Require;

/**
 * Sheets of one material that lie in the store or are on their way.
 *
 * @param id unique
 * @param materialId the material
 * @param sheets press sheets, at least 0
 * @param usableFrom plant time from which they may be printed: arrival plus acclimatisation; in the past for stock on hand
 * @param arrival whether it is a delivery that has not come yet
 * @param certified whether the lot is FSC certified
 * @param expires plant time after which it must not be used; null for never
 */
public record StockLot(
        String id,
        String materialId,
        int sheets,
        Instant usableFrom,
        boolean arrival,
        boolean certified,
        @Nullable Instant expires) {
    public StockLot {
        Require.text("a stock lot", "id", id);
        Require.text("stock lot " + id, "materialId", materialId);
        Require.atLeast("stock lot " + id, "sheets", sheets, 0);
        if (expires != null) {
            Require.that(
                    expires.isAfter(usableFrom),
                    "stock lot " + id,
                    "expires",
                    expires,
                    "must be after its usableFrom (%s)".formatted(usableFrom));
        }
    }
}
