package vn.nhain.simulators.press;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.reading.Metrics;

/** Temperatures of a machine's heated places and the humidity about it. */
final class Surroundings {
    /** Seconds between two measurements. */
    static final int STEP_SECONDS = 10;

    private static final double HALL_TEMPERATURE = 26;
    private static final double HALL_HUMIDITY = 60;
    private static final double WARM_UP_SECONDS = 600;

    private final Chance chance;
    private final Map<String, Double> workingTemperatures;
    private final Map<String, Double> temperatures = new LinkedHashMap<>();
    private final Wander humidity;
    private final boolean measuresHumidity;

    Surroundings(Machine machine, Chance chance, Map<String, Double> memory) {
        this.chance = chance;
        this.workingTemperatures = workingTemperatures(machine);
        workingTemperatures.keySet().forEach(p -> temperatures.put(p, memory.getOrDefault(p, HALL_TEMPERATURE)));
        this.humidity = new Wander(memory.getOrDefault(Metrics.HUMIDITY, 0.0), 4, 4 * 3600, STEP_SECONDS);
        this.measuresHumidity = machine.isPress();
    }

    void advance(long step, boolean working) {
        temperatures.replaceAll((place, now) -> {
            double aim = working ? workingTemperatures.getOrDefault(place, HALL_TEMPERATURE) : HALL_TEMPERATURE;
            double noise = 0.05 * chance.gaussian(step, place);
            return now + (aim - now) * STEP_SECONDS / WARM_UP_SECONDS + noise;
        });
        humidity.advance(chance.gaussian(step, Metrics.HUMIDITY));
    }

    void read(Map<String, Object> values) {
        temperatures.forEach((place, now) -> values.put(Metrics.TEMPERATURE + place, Rounding.to(now, 1)));
        if (measuresHumidity) {
            values.put(Metrics.HUMIDITY, Rounding.to(HALL_HUMIDITY + humidity.value(), 1));
        }
    }

    Map<String, Double> memory() {
        Map<String, Double> memory = new LinkedHashMap<>(temperatures);
        memory.put(Metrics.HUMIDITY, humidity.value());
        return memory;
    }

    private static Map<String, Double> workingTemperatures(Machine machine) {
        return switch (machine.kind()) {
            case OFFSET_PRESS -> Map.of("ink", 29.0, "dryer", machine.uvInks() ? 55.0 : 42.0);
            case LAMINATOR -> Map.of("roller", 95.0);
            case UV_COATER -> Map.of("lamp", 60.0);
            case FOIL_STAMPER -> Map.of("die", 115.0);
            case FOLDER_GLUER -> Map.of("glue", 45.0);
            case PERFECT_BINDER -> Map.of("glue", 170.0);
            default -> Map.of();
        };
    }
}
