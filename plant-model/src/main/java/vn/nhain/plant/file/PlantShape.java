package vn.nhain.plant.file;

import static vn.nhain.plant.file.Key.optional;
import static vn.nhain.plant.file.Key.required;
import static vn.nhain.plant.file.Kinds.date;
import static vn.nhain.plant.file.Kinds.days;
import static vn.nhain.plant.file.Kinds.decimal;
import static vn.nhain.plant.file.Kinds.flag;
import static vn.nhain.plant.file.Kinds.id;
import static vn.nhain.plant.file.Kinds.many;
import static vn.nhain.plant.file.Kinds.moment;
import static vn.nhain.plant.file.Kinds.sheet;
import static vn.nhain.plant.file.Kinds.text;
import static vn.nhain.plant.file.Kinds.time;
import static vn.nhain.plant.file.Kinds.whole;
import static vn.nhain.plant.file.Kinds.word;
import static vn.nhain.plant.file.Kinds.zone;

import vn.nhain.plant.calendar.Tariff;
import vn.nhain.plant.order.OperationKind;

/** Every key of a plant file but those of machines: the one list from which both the reader and the schema come. */
final class PlantShape {
    private static final int ANY = Integer.MAX_VALUE;

    private PlantShape() {}

    static Shape plant() {
        return Shape.of(
                "plant",
                required("id", id(), "Short name; the Sparkplug group and a tag in the telemetry store."),
                required("name", text(), "English name."),
                required("nameVi", text(), "Vietnamese name."),
                required("zone", zone(), "Time zone in which the plant lives."),
                required("calendars", groups(calendar(), 1), "Working calendars."),
                required("machines", groups(MachineShape.machine(), 1), "Machines, in the order of the board."),
                required("tariffs", groups(tariff(), 1), "Electricity tariffs; the newest that is valid holds."),
                required("materials", groups(material(), 1), "Papers and boards."),
                optional("waste", groups(waste(), 0), "Planned waste by process; a process without a row has none."),
                required("prices", new Kind.Group(prices()), "Prices and factors that are not a material's."),
                optional(
                        "stopReasons",
                        many(new Kind.Group(stopReason()), 0, 8),
                        "Reasons that an operator can give for a stop, in the order of the buttons."));
    }

    private static Shape calendar() {
        return Shape.of(
                "calendar",
                required("id", id(), "Named by machines."),
                required("shifts", groups(shift(), 1), "When it works; shifts may touch but not overlap."),
                optional("breaks", groups(pause(), 0), "Daily breaks, such as the meal."),
                optional("maintenance", groups(maintenance(), 0), "Weekly maintenance."),
                optional("closures", groups(closure(), 0), "Single closed times, such as holidays."));
    }

    private static Shape shift() {
        return Shape.of(
                "shift",
                required("name", text(), "As people call it."),
                required("days", days(), "Days on which it starts."),
                required("from", time(), "Start."),
                required("to", time(), "End; on the next day when not after the start."),
                optional("night", flag(), "false", "Whether night pay is due."),
                optional(
                        "overtimeShare",
                        decimal(0, 3),
                        "0",
                        "Premium on wages because it is overtime, such as 0.5; 0 for regular hours."));
    }

    private static Shape pause() {
        return Shape.of("break", required("from", time(), "Start."), required("to", time(), "End, after the start."));
    }

    private static Shape maintenance() {
        return Shape.of(
                "maintenance",
                required("reason", text(), "Why, in a few words."),
                required("days", days(), "Days on which it is done."),
                required("from", time(), "Start."),
                required("to", time(), "End, after the start."));
    }

    private static Shape closure() {
        return Shape.of(
                "closure",
                required("reason", text(), "Why, in a few words."),
                required("from", moment(), "Start."),
                required("to", moment(), "End, after the start."));
    }

    private static Shape tariff() {
        return Shape.of(
                "tariff",
                required("id", id(), "Such as VN_2026_QD963."),
                required("validFrom", date(), "First day."),
                required("normalVndPerKwh", decimal(0, 1e6), "Price outside the bands, VND/kWh."),
                optional("bands", groups(band(), 0), "Hours at another price; they must not overlap."));
    }

    private static Shape band() {
        return Shape.of(
                "band",
                required("level", word(Tariff.Level.class), "Name of the price level."),
                required("days", days(), "Days on which it holds."),
                required("from", time(), "Start."),
                required("to", time(), "End, after the start; 00:00 for the end of the day."),
                required("vndPerKwh", decimal(0, 1e6), "Price, VND/kWh."));
    }

    private static Shape material() {
        return Shape.of(
                "material",
                required("id", id(), "Named by orders and stock."),
                required("name", text(), "As the store calls it."),
                required("family", text(), "Such as couche, ford, ivory, duplex."),
                required("gsm", whole(20, 2000), "Grammage, g/m²."),
                required("sheet", sheet(), "Press sheet that it is cut to, mm."),
                required("priceVndPerKg", decimal(0, 1e7), "Price, VND/kg."),
                required("co2eKgPerKg", decimal(0, 100), "Footprint, kg CO2e per kg."));
    }

    private static Shape waste() {
        Shape tier = Shape.of(
                "tier",
                required("upTo", whole(1, ANY), "Longest run for which it holds, units of the process."),
                required("waste", whole(0, ANY), "Waste, units of the process."));
        return Shape.of(
                "waste allowance",
                required("operation", word(OperationKind.class), "The process."),
                optional("minColours", whole(0, 20), "0", "For printing: fewest inks of a form."),
                required("tiers", groups(tier, 1), "By rising run length."),
                required("shareAbove", decimal(0, 0.99), "Waste above the last tier, as a share of the run."));
    }

    private static Shape prices() {
        return Shape.of(
                "price list",
                required("plateVnd", decimal(0, 1e8), "One plate, VND."),
                required("inkVndPerKg", decimal(0, 1e8), "Process ink, VND/kg."),
                required("inkKgPerM2", decimal(0, 1), "Ink per colour at average coverage, kg/m²."),
                required("washVndPerLitre", decimal(0, 1e8), "Wash solvent, VND/l."),
                required("lateVndPerHour", decimal(0, 1e9), "An hour of lateness of an order of priority 1, VND."),
                required("co2eVndPerKg", decimal(0, 1e6), "Price set on emissions, VND per kg CO2e."),
                required("gridCo2eKgPerKwh", decimal(0, 10), "Grid factor, kg CO2e/kWh."),
                required("plateCo2eKg", decimal(0, 1000), "One plate, kg CO2e."),
                required("inkCo2eKgPerKg", decimal(0, 1000), "Ink, kg CO2e/kg."),
                required("nightPayShare", decimal(0, 3), "Night premium on wages, such as 0.30."),
                required("wageVndPerHour", decimal(0, 1e8), "Wage an hour and head, VND."),
                optional(
                        "customerLateVndPerHour",
                        decimal(0, 1e9),
                        "0",
                        "What an hour after the customer's due time costs beyond lateVndPerHour, at priority 1, VND."),
                optional(
                        "moveVnd",
                        decimal(0, 1e9),
                        "0",
                        "Moving an operation that was to start at once away from its place in the plan in force, VND."),
                optional(
                        "moveHours",
                        decimal(0, 10_000),
                        "72",
                        "Hours ahead from which on moving an operation costs nothing; the cost falls evenly until then."),
                optional(
                        "qualityRiskShare",
                        decimal(0, 1),
                        "0",
                        "Share of a print job's paper expected to be lost when it needs all that its machine's quality state still allows."));
    }

    private static Shape stopReason() {
        return Shape.of(
                "stop reason",
                required("code", id(), "Such as WAIT_PLATE."),
                required("en", text(), "English text."),
                required("vi", text(), "Vietnamese text."));
    }

    private static Kind.Many groups(Shape shape, int least) {
        return many(new Kind.Group(shape), least, ANY);
    }
}
