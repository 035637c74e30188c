package vn.nhain.scheduler.plantproblem;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import vn.nhain.plant.Plant;
import vn.nhain.plant.calendar.Tariff;

/** Price of electricity by minute, summed up from the origin, so that a stretch of any length is two look-ups. */
final class HourPrices {
    private final double[] vndPerKw;
    private final int[] peakMinutes;

    HourPrices(Plant plant, PlanTime time, int minutes) {
        vndPerKw = new double[minutes + 1];
        peakMinutes = new int[minutes + 1];
        LocalDateTime local = LocalDateTime.ofInstant(time.origin(), plant.zone());
        LocalDate day = local.toLocalDate();
        Optional<Tariff> tariff = plant.findTariffOn(day);
        for (int m = 0; m < minutes; m++) {
            local = LocalDateTime.ofInstant(time.at(m), plant.zone());
            if (!local.toLocalDate().equals(day)) {
                day = local.toLocalDate();
                tariff = plant.findTariffOn(day);
            }
            LocalDateTime now = local;
            Optional<Tariff.Band> band = tariff.flatMap(t -> t.findBandAt(now));
            double price = band.map(Tariff.Band::vndPerKwh)
                    .orElse(tariff.map(Tariff::normalVndPerKwh).orElse(0.0));
            boolean peak = band.isPresent() && band.get().level() == Tariff.Level.PEAK;
            vndPerKw[m + 1] = vndPerKw[m] + price / 60;
            peakMinutes[m + 1] = peakMinutes[m] + (peak ? 1 : 0);
        }
    }

    /** Cost of one kW over {@code [from, to)}, VND. */
    double vndPerKw(int from, int to) {
        return vndPerKw[to] - vndPerKw[from];
    }

    /** Peak minutes in {@code [from, to)}. */
    int peakMinutes(int from, int to) {
        return peakMinutes[to] - peakMinutes[from];
    }
}
