package vn.nhain.scheduler.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a plan costs.
 *
 * @param lateOrders orders that end after their production due time
 * @param lateHours their lateness, hours in sum
 * @param setupHours hours of setup
 * @param makereadySheets waste sheets of setups
 * @param totalVnd sum of {@code lines}
 * @param kwh energy, kWh
 * @param peakKwh part of it in peak hours, kWh
 * @param co2eKg emissions, kg CO2e
 * @param lines VND by {@linkplain CostLine#key name} of the line, in the order of {@link CostLine}
 */
public record Figures(
        int lateOrders,
        double lateHours,
        double setupHours,
        long makereadySheets,
        double totalVnd,
        double kwh,
        double peakKwh,
        double co2eKg,
        Map<String, Double> lines) {
    public Figures {
        lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
    }
}
