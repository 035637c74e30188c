package vn.nhain.plant.file;

import java.util.Set;
import vn.nhain.plant.machine.Connection;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.machine.MachineKind;
import vn.nhain.plant.machine.PowerProfile;
import vn.nhain.plant.machine.SetupModel;
import vn.nhain.plant.material.SheetSize;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.quality.QualityProfile;

/** Builds a machine from a file without mistakes. */
final class MachineBuilder {
    private MachineBuilder() {}

    static Machine machine(Values v) {
        return new Machine(
                v.text("id"),
                v.text("name"),
                v.text("nameVi"),
                v.get("kind", MachineKind.class),
                Set.copyOf(v.list("operations", OperationKind.class)),
                v.get("minSheet", SheetSize.class),
                v.get("maxSheet", SheetSize.class),
                v.whole("minGsm"),
                v.whole("maxGsm"),
                v.whole("units"),
                v.flag("perfecting"),
                v.flag("uvInks"),
                v.flag("coater"),
                v.decimal("grossSpeed"),
                v.decimal("netFactor"),
                setup(v.group("setup")),
                power(v.group("power")),
                v.whole("crew"),
                v.whole("rateVndPerHour"),
                v.text("calendar"),
                v.get("certified", QualityProfile.class),
                connection(v.group("connection")),
                v.list("inks", String.class));
    }

    private static SetupModel setup(Values v) {
        return new SetupModel(
                v.decimal("base"),
                v.decimal("perPlate"),
                v.decimal("blanketWash"),
                v.decimal("lightToDark"),
                v.decimal("darkToLight"),
                v.decimal("spotInk"),
                v.decimal("format"),
                v.decimal("caliper"),
                v.decimal("coatingPlate"),
                v.decimal("colourOk"),
                v.decimal("newTool"),
                v.whole("makereadySheets"),
                v.whole("makereadySheetsPerPlate"),
                v.decimal("washLitresPerUnit"));
    }

    private static PowerProfile power(Values v) {
        return new PowerProfile(v.decimal("running"), v.decimal("setup"), v.decimal("idle"), v.decimal("standby"));
    }

    private static Connection connection(Values v) {
        return new Connection(v.get("protocol", Connection.Protocol.class), v.text("address"));
    }
}
