package vn.nhain.plant.file;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import vn.nhain.plant.order.OperationKind;

/** What the keys of a plant file owe one another. Each rule looks at values that are right in themselves. */
final class PlantRules {
    private final Mistakes mistakes;

    private PlantRules(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    static void check(Values plant, Mistakes mistakes) {
        PlantRules rules = new PlantRules(mistakes);
        rules.onlyOnce(plant.groups("calendars"), "id");
        rules.onlyOnce(plant.groups("machines"), "id");
        rules.onlyOnce(plant.groups("tariffs"), "id");
        rules.onlyOnce(plant.groups("tariffs"), "validFrom");
        rules.onlyOnce(plant.groups("materials"), "id");
        rules.onlyOnce(plant.groups("stopReasons"), "code");
        rules.calendarsAreKnown(plant);
        CalendarRules calendars = new CalendarRules(mistakes);
        plant.groups("calendars").forEach(calendars::calendar);
        plant.groups("tariffs").forEach(calendars::tariff);
        MachineRules machines = new MachineRules(mistakes);
        plant.groups("machines").forEach(machines::machine);
        new ConnectionRules(mistakes).check(plant.groups("machines"));
        rules.waste(plant.groups("waste"));
    }

    private void onlyOnce(List<Values> groups, String key) {
        Map<Object, Integer> seen = new HashMap<>();
        for (Values group : groups) {
            group.find(key, Object.class).ifPresent(value -> {
                Integer first = seen.putIfAbsent(value, group.lineOf(key));
                if (first != null) {
                    mistakes.add(
                            group.lineOf(key),
                            group.pathOf(key),
                            "This (%s) is taken by line %d. Choose another.".formatted(value, first));
                }
            });
        }
    }

    private void calendarsAreKnown(Values plant) {
        Set<String> known = new HashSet<>();
        plant.groups("calendars").forEach(c -> c.find("id", String.class).ifPresent(known::add));
        for (Values machine : plant.groups("machines")) {
            machine.find("calendar", String.class)
                    .filter(name -> !known.contains(name))
                    .ifPresent(name -> mistakes.add(
                            machine.lineOf("calendar"),
                            machine.pathOf("calendar"),
                            "There is no calendar (%s). %s".formatted(name, remedy(name, known))));
        }
    }

    private void waste(List<Values> rows) {
        Function<Values, Object> process = row -> row.find("operation", OperationKind.class)
                .<Object>map(o ->
                        o + " from " + row.find("minColours", Integer.class).orElse(0) + " colours")
                .orElse(row);
        Map<Object, Integer> seen = new HashMap<>();
        for (Values row : rows) {
            Integer first = seen.putIfAbsent(process.apply(row), row.lineOf("operation"));
            if (first != null) {
                mistakes.add(
                        row.lineOf("operation"),
                        row.pathOf("operation"),
                        "The waste of %s is told by line %d too. Remove one.".formatted(process.apply(row), first));
            }
            int before = 0;
            for (Values tier : row.groups("tiers")) {
                int upTo = tier.find("upTo", Integer.class).orElse(before + 1);
                if (upTo <= before) {
                    mistakes.add(
                            tier.lineOf("upTo"),
                            tier.pathOf("upTo"),
                            "This (%d) must be more than that of the tier before (%d). Put tiers in rising order."
                                    .formatted(upTo, before));
                }
                before = upTo;
            }
        }
    }

    private static String remedy(String name, Set<String> known) {
        return Nearest.to(name, known)
                .map("Did you mean %s?"::formatted)
                .orElse("Known are %s."
                        .formatted(String.join(", ", known.stream().sorted().toList())));
    }
}
