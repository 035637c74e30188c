package vn.nhain.plant.file;

import static vn.nhain.plant.file.Key.optional;
import static vn.nhain.plant.file.Key.required;
import static vn.nhain.plant.file.Kinds.decimal;
import static vn.nhain.plant.file.Kinds.flag;
import static vn.nhain.plant.file.Kinds.id;
import static vn.nhain.plant.file.Kinds.many;
import static vn.nhain.plant.file.Kinds.sheet;
import static vn.nhain.plant.file.Kinds.text;
import static vn.nhain.plant.file.Kinds.whole;
import static vn.nhain.plant.file.Kinds.word;

import vn.nhain.plant.machine.Connection;
import vn.nhain.plant.machine.MachineKind;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.quality.QualityProfile;

/** Every key of a machine in a plant file. */
final class MachineShape {
    private static final double DAY_MINUTES = 1440;

    private MachineShape() {}

    static Shape machine() {
        return Shape.of(
                "machine",
                required("id", id(), "Short name, such as OF1."),
                required("name", text(), "English name."),
                required("nameVi", text(), "Vietnamese name."),
                required("kind", word(MachineKind.class), "What sort of machine it is."),
                required("operations", many(word(OperationKind.class), 1, 12), "Process steps that it can do."),
                required("minSheet", sheet(), "Smallest sheet, mm."),
                required("maxSheet", sheet(), "Largest sheet, mm."),
                required("minGsm", whole(0, 5000), "Lightest paper, g/m²."),
                required("maxGsm", whole(1, 5000), "Heaviest paper, g/m²."),
                optional("units", whole(0, 16), "0", "Printing units; none on a finishing machine."),
                optional("perfecting", flag(), "false", "Prints both sides in one pass, half of its units a side."),
                optional("uvInks", flag(), "false", "Runs UV inks: sheets are dry at the delivery."),
                optional("coater", flag(), "false", "Has a coating unit."),
                required("grossSpeed", decimal(1, 1e6), "Nominal speed, sheets or pieces an hour."),
                required("netFactor", decimal(0.01, 1), "Share of it that is reached over a run."),
                required("setup", new Kind.Group(setup()), "What a change-over costs."),
                required("power", new Kind.Group(power()), "Electrical power by state."),
                required("crew", whole(0, 50), "People needed to run it."),
                required("rateVndPerHour", whole(0, Integer.MAX_VALUE), "An hour of machine and crew, VND."),
                required("calendar", id(), "Working calendar that it follows."),
                required("certified", word(QualityProfile.class), "Tightest profile that it is certified for."),
                required("connection", new Kind.Group(connection()), "How it is reached."),
                optional("inks", many(text(), 0, 16), "Inks that stand in its units at first, in unit order."));
    }

    private static Shape setup() {
        return Shape.of(
                "setup",
                minutes("base", "Every job change."),
                minutes("perPlate", "Each plate that is changed."),
                minutes("blanketWash", "Blanket wash at a plate change."),
                minutes("lightToDark", "Ink change in a unit to a darker ink."),
                minutes("darkToLight", "Ink change in a unit to a lighter ink."),
                minutes("spotInk", "Spot ink into a unit; half to clean it out."),
                minutes("format", "Sheet size differs."),
                minutes("caliper", "Paper family differs, or grammage by more than 50 g/m²."),
                minutes("coatingPlate", "Coating begins or changes."),
                minutes("colourOk", "Until the first OK sheet."),
                minutes("newTool", "Mounting another die or tool."),
                optional("makereadySheets", whole(0, 100_000), "0", "Waste sheets of a makeready."),
                optional("makereadySheetsPerPlate", whole(0, 10_000), "0", "Further waste sheets per changed plate."),
                optional("washLitresPerUnit", decimal(0, 100), "0", "Solvent per washed unit, litres."));
    }

    private static Shape power() {
        return Shape.of(
                "power profile",
                required("running", decimal(0, 10_000), "While producing, kW."),
                required("setup", decimal(0, 10_000), "During makeready and wash-up, kW."),
                required("idle", decimal(0, 10_000), "Ready, without a job, kW."),
                required("standby", decimal(0, 10_000), "Asleep, kW."));
    }

    private static Shape connection() {
        return Shape.of(
                "connection",
                required("protocol", word(Connection.Protocol.class), "Protocol that the machine speaks."),
                required("address", text(), "opc.tcp://host:port/path for OPC UA; the topic prefix for MQTT."));
    }

    private static Key minutes(String name, String meaning) {
        return optional(name, decimal(0, DAY_MINUTES), "0", meaning + " Minutes.");
    }
}
