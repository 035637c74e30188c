package vn.nhain.simulators.scenario;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.Plant;
import vn.nhain.plant.machine.Machine;
import vn.nhain.simulators.press.Temper;

/** Turns a scenario as written into one for a plant, and collects every mistake on the way. */
final class ScenarioChecker {
    private static final String PRESS = "press:";

    private final String source;
    private final Plant plant;
    private final List<String> mistakes = new ArrayList<>();

    ScenarioChecker(String source, Plant plant) {
        this.source = source;
        this.plant = plant;
    }

    Scenario check(ScenarioFile file) throws ScenarioException {
        Map<String, Temper> tempers = new LinkedHashMap<>();
        orEmpty(file.machines()).forEach((machine, entry) -> {
            String key = "machines." + machine;
            tempers.put(machine(key, machine), temper(key, entry));
        });
        List<ScenarioEvent> events = new ArrayList<>();
        List<ScenarioFile.EventEntry> entries = file.events() == null ? List.of() : file.events();
        for (int i = 0; i < entries.size(); i++) {
            ScenarioEvent event = event("events[%d]".formatted(i), entries.get(i));
            if (event != null) {
                events.add(event);
            }
        }
        String name = text("name", file.name());
        String en = text("en", file.en());
        String vi = text("vi", file.vi());
        Long seed = required("seed", file.seed(), 1L);
        if (!mistakes.isEmpty()) {
            throw new ScenarioException(source, mistakes);
        }
        return new Scenario(name, en, vi, seed, tempers, events);
    }

    private @Nullable ScenarioEvent event(String key, ScenarioFile.EventEntry entry) {
        Duration at = duration(key + ".at", entry.at());
        long kinds = Stream.of(entry.fault(), entry.drift(), entry.network(), entry.paper())
                .filter(Objects::nonNull)
                .count();
        if (kinds != 1) {
            mistakes.add("%s must have exactly one of fault, drift, network, paper; it has %d.".formatted(key, kinds));
            return null;
        }
        if (entry.fault() != null) {
            return fault(key + ".fault", at, entry.fault());
        }
        if (entry.drift() != null) {
            String machine = machine(key + ".drift.machine", entry.drift().machine());
            return new ScenarioEvent.Drift(
                    at, machine, atLeast(key + ".drift.deltaE", entry.drift().deltaE(), 0));
        }
        if (entry.network() != null) {
            String machine = machine(key + ".network.machine", entry.network().machine());
            return new ScenarioEvent.Network(
                    at,
                    machine,
                    required(key + ".network.online", entry.network().online(), true));
        }
        return entry.paper() == null ? null : paper(key + ".paper", at, entry.paper());
    }

    private Duration duration(String key, @Nullable String value) {
        try {
            Duration duration = Duration.parse(required(key, value, "PT0S"));
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // told below, with the remedy
        }
        mistakes.add("%s (%s) must be plant time after the start, such as PT1H30M.".formatted(key, value));
        return Duration.ZERO;
    }

    private ScenarioEvent fault(String key, Duration at, ScenarioFile.FaultEntry entry) {
        return new ScenarioEvent.Fault(
                at,
                machine(key + ".machine", entry.machine()),
                text(key + ".code", entry.code()),
                text(key + ".text", entry.text()),
                atLeast(key + ".minutes", entry.minutes(), 1));
    }

    private ScenarioEvent paper(String key, Duration at, ScenarioFile.PaperEntry entry) {
        String material = entry.material();
        if (material != null && plant.findMaterial(material).isEmpty()) {
            mistakes.add("%s.material (%s) is none of the plant's materials; leave it out for the paper awaited next."
                    .formatted(key, material));
        }
        return new ScenarioEvent.PaperDelay(at, material, atLeast(key + ".hours", entry.hours(), 0));
    }

    private Temper temper(String key, ScenarioFile.@Nullable TemperEntry entry) {
        if (entry == null) {
            return Temper.ORDINARY;
        }
        return new Temper(
                factor(key + ".faults", entry.faults()),
                factor(key + ".stops", entry.stops()),
                factor(key + ".waste", entry.waste()),
                factor(key + ".setup", entry.setup()));
    }

    private double factor(String key, @Nullable Double value) {
        double factor = value == null ? 1 : value;
        if (!(factor >= 0 && factor <= Temper.MAX_FACTOR)) {
            mistakes.add("%s (%s) must be between 0 and %s; 1 is ordinary.".formatted(key, factor, Temper.MAX_FACTOR));
            return 1;
        }
        return factor;
    }

    private double atLeast(String key, @Nullable Double value, double least) {
        double number = required(key, value, least);
        if (!(number >= least)) {
            mistakes.add("%s (%s) must be at least %s.".formatted(key, number, least));
        }
        return number;
    }

    private String machine(String key, @Nullable String reference) {
        String named = text(key, reference);
        List<String> presses = plant.machines().stream()
                .filter(Machine::isPress)
                .map(Machine::id)
                .toList();
        if (named.startsWith(PRESS) && !presses.isEmpty()) {
            try {
                int number = Integer.parseInt(named.substring(PRESS.length()));
                return presses.get(Math.max(1, Math.min(number, presses.size())) - 1);
            } catch (NumberFormatException e) {
                mistakes.add("%s (%s) must be press: and a number, such as press:1.".formatted(key, named));
                return named;
            }
        }
        if (!named.isEmpty() && plant.findMachine(named).isEmpty()) {
            mistakes.add("%s (%s) is no machine of the plant. Use one of %s, or press:1 for its first press."
                    .formatted(
                            key,
                            named,
                            plant.machines().stream().map(Machine::id).toList()));
        }
        return named;
    }

    private String text(String key, @Nullable String value) {
        return required(key, value, "");
    }

    private <T> T required(String key, @Nullable T value, T instead) {
        if (value == null) {
            mistakes.add("%s is missing.".formatted(key));
            return instead;
        }
        return value;
    }

    private static <T> Map<String, T> orEmpty(@Nullable Map<String, T> map) {
        return map == null ? Map.of() : map;
    }
}
