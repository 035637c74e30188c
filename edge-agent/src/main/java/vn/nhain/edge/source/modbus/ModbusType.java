package vn.nhain.edge.source.modbus;

import static vn.nhain.edge.keys.Section.DAY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import vn.nhain.edge.keys.Section;
import vn.nhain.edge.source.Owner;
import vn.nhain.edge.source.SourcePlan;
import vn.nhain.edge.source.SourceType;
import vn.nhain.edge.source.ValueMapping;

/** Modbus TCP: the section {@code modbus}. */
public final class ModbusType implements SourceType {
    private static final Set<String> TABLES = names(ModbusItem.Table.values());
    private static final Set<String> TYPES = names(NumberType.values());

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public String key() {
        return "modbus";
    }

    @Override
    public String meaning() {
        return "counter boxes and controllers over Modbus TCP";
    }

    @Override
    public List<SourcePlan> read(Section section, Owner owner) {
        Duration timeout = section.duration(
                "timeout", Duration.ofSeconds(2), Duration.ofMillis(50), DAY, "for connecting and for each request");
        Duration firstPause = section.duration(
                "firstPause",
                Duration.ofMillis(500),
                Section.MILLI,
                DAY,
                "after a first failed attempt; doubles with jitter");
        Duration longestPause = section.duration(
                "longestPause", Duration.ofSeconds(20), Duration.ofSeconds(1), DAY, "no pause is longer");
        List<SourcePlan> plans = new ArrayList<>();
        section.sections("machines", "machines by id").forEach((id, machine) -> {
            plans.add(new ModbusPlan(new ModbusMachine(
                    id,
                    machine.required("host", "box1", "name or address of the box"),
                    (int) machine.number("port", 502, 1, 65_535, "TCP port"),
                    (int) machine.number("unit", 1, 0, 255, "Modbus unit"),
                    items(machine),
                    machine.duration(
                            "interval", Duration.ofSeconds(1), Duration.ofMillis(10), DAY, "from one poll to the next"),
                    timeout,
                    firstPause,
                    longestPause)));
            machine.finish();
        });
        section.finish();
        return plans;
    }

    private static List<ModbusItem> items(Section machine) {
        List<ModbusItem> items = new ArrayList<>();
        machine.sections("metrics", "where the box has which metric").forEach((metric, item) -> {
            String table = item.choice("table", "input", TABLES, "table of the box");
            String type = item.choice("type", "uint16", TYPES, "how registers make a number");
            items.add(new ModbusItem(
                    metric,
                    ModbusItem.Table.valueOf(table.toUpperCase(Locale.ROOT)),
                    (int) item.number("address", 0, 0, 65_535, "address in the table, counted from 0"),
                    NumberType.valueOf(type.toUpperCase(Locale.ROOT)),
                    ValueMapping.read(metric, item)));
            item.finish();
        });
        if (items.isEmpty()) {
            machine.mistake("metrics", "missing", "name at least one, such as count.good: {address: 0}.");
        }
        return items;
    }
}
