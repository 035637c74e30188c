package vn.nhain.dashboard.plant.api;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The plant as the page draws it.
 *
 * @param id short id
 * @param name English name
 * @param nameVi Vietnamese name
 * @param zone zone in which time is shown
 * @param machines in the order of the board
 * @param tariff electricity prices of the week; hours that no band names cost {@code normalVndPerKwh}
 * @param normalVndPerKwh price outside the bands, VND/kWh
 * @param stopReasons buttons of the operator
 * @param calendars closed times by machine, from yesterday on for 15 days
 */
public record PlantView(
        String id,
        String name,
        String nameVi,
        String zone,
        List<MachineInfo> machines,
        List<Band> tariff,
        double normalVndPerKwh,
        List<StopReasonView> stopReasons,
        Map<String, List<Closed>> calendars) {
    public PlantView {
        machines = List.copyOf(machines);
        tariff = List.copyOf(tariff);
        stopReasons = List.copyOf(stopReasons);
        calendars = Map.copyOf(calendars);
    }

    /** A machine as the plant file describes it; speeds in 1/h, power in kW, {@code maxSheet} with {@code long} and {@code short} in mm. */
    public record MachineInfo(
            String id,
            String name,
            String nameVi,
            String kind,
            int units,
            Map<String, Integer> maxSheet,
            double netSpeed,
            int crew,
            double powerRunning) {
        public MachineInfo {
            maxSheet = Map.copyOf(maxSheet);
        }
    }

    /** Hours at one price, {@code HH:mm} in the plant's zone. */
    public record Band(String level, List<DayOfWeek> days, String from, String to, double vndPerKwh) {
        public Band {
            days = List.copyOf(days);
        }
    }

    /** A reason for a stop. */
    public record StopReasonView(String code, String en, String vi) {}

    /** A closed time. */
    public record Closed(Instant from, Instant to, String reason) {}
}
