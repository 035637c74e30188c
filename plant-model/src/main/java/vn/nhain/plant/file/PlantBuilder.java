package vn.nhain.plant.file;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.nhain.plant.Plant;
import vn.nhain.plant.Prices;
import vn.nhain.plant.StopReason;
import vn.nhain.plant.WasteAllowance;
import vn.nhain.plant.calendar.Tariff;
import vn.nhain.plant.calendar.WorkingCalendar;
import vn.nhain.plant.material.Material;
import vn.nhain.plant.material.SheetSize;
import vn.nhain.plant.order.OperationKind;

/** Builds the nouns from a file without mistakes. */
final class PlantBuilder {
    private PlantBuilder() {}

    static Plant plant(Values v) {
        return new Plant(
                v.text("id"),
                v.text("name"),
                v.text("nameVi"),
                v.get("zone", ZoneId.class),
                each(v, "machines", MachineBuilder::machine),
                each(v, "calendars", PlantBuilder::calendar),
                each(v, "tariffs", PlantBuilder::tariff),
                each(v, "materials", PlantBuilder::material),
                each(v, "waste", PlantBuilder::waste),
                prices(v.group("prices")),
                each(v, "stopReasons", r -> new StopReason(r.text("code"), r.text("en"), r.text("vi"))));
    }

    private static WorkingCalendar calendar(Values v) {
        return new WorkingCalendar(
                v.text("id"),
                each(
                        v,
                        "shifts",
                        s -> new WorkingCalendar.Shift(
                                s.text("name"),
                                days(s),
                                s.time("from"),
                                s.time("to"),
                                s.flag("night"),
                                s.decimal("overtimeShare"))),
                each(v, "breaks", b -> new WorkingCalendar.Break(b.time("from"), b.time("to"))),
                each(
                        v,
                        "closures",
                        c -> new WorkingCalendar.Closure(
                                c.text("reason"), c.get("from", Instant.class), c.get("to", Instant.class))),
                v.groups("maintenance").stream()
                        .flatMap(PlantBuilder::maintenance)
                        .toList());
    }

    private static Stream<WorkingCalendar.Maintenance> maintenance(Values v) {
        return days(v).stream()
                .sorted()
                .map(day -> new WorkingCalendar.Maintenance(v.text("reason"), day, v.time("from"), v.time("to")));
    }

    private static Tariff tariff(Values v) {
        return new Tariff(
                v.text("id"),
                v.get("validFrom", LocalDate.class),
                v.decimal("normalVndPerKwh"),
                each(
                        v,
                        "bands",
                        b -> new Tariff.Band(
                                b.get("level", Tariff.Level.class),
                                days(b),
                                b.time("from"),
                                b.time("to"),
                                b.decimal("vndPerKwh"))));
    }

    private static Material material(Values v) {
        return new Material(
                v.text("id"),
                v.text("name"),
                v.text("family"),
                v.whole("gsm"),
                v.get("sheet", SheetSize.class),
                v.decimal("priceVndPerKg"),
                v.decimal("co2eKgPerKg"));
    }

    private static WasteAllowance waste(Values v) {
        return new WasteAllowance(
                v.get("operation", OperationKind.class),
                v.whole("minColours"),
                each(v, "tiers", t -> new WasteAllowance.Tier(t.whole("upTo"), t.whole("waste"))),
                v.decimal("shareAbove"));
    }

    private static Prices prices(Values v) {
        return new Prices(
                v.decimal("plateVnd"),
                v.decimal("inkVndPerKg"),
                v.decimal("inkKgPerM2"),
                v.decimal("washVndPerLitre"),
                v.decimal("lateVndPerHour"),
                v.decimal("co2eVndPerKg"),
                v.decimal("gridCo2eKgPerKwh"),
                v.decimal("plateCo2eKg"),
                v.decimal("inkCo2eKgPerKg"),
                v.decimal("nightPayShare"),
                v.decimal("wageVndPerHour"),
                v.decimal("customerLateVndPerHour"),
                v.decimal("moveVnd"),
                v.decimal("moveHours"),
                v.decimal("qualityRiskShare"));
    }

    private static <T> List<T> each(Values v, String key, Function<Values, T> build) {
        return v.groups(key).stream().map(build).toList();
    }

    /** The days of a group; {@code days} is only ever read by {@link Days}. */
    @SuppressWarnings("unchecked")
    static Set<DayOfWeek> days(Values v) {
        return (Set<DayOfWeek>) v.get("days", Set.class);
    }
}
