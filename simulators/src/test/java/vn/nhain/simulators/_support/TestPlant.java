package vn.nhain.simulators._support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.nhain.plant.Plant;
import vn.nhain.plant.Prices;
import vn.nhain.plant.StopReason;
import vn.nhain.plant.calendar.Tariff;
import vn.nhain.plant.calendar.WorkingCalendar;
import vn.nhain.plant.command.JobStart;
import vn.nhain.plant.machine.Connection;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.machine.MachineKind;
import vn.nhain.plant.machine.PowerProfile;
import vn.nhain.plant.machine.SetupModel;
import vn.nhain.plant.material.SheetSize;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.quality.QualityProfile;

/** A plant of one older press and one guillotine, for tests. */
public final class TestPlant {
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    /** Tuesday, 08:00 in the plant. */
    public static final Instant MORNING = Instant.parse("2026-11-24T01:00:00Z");

    public static final String ALWAYS = "always";
    public static final String DAY_SHIFT = "day";

    private TestPlant() {}

    public static Plant of(Machine... machines) {
        return new Plant(
                "test",
                "Test plant",
                "Nhà in thử",
                ZONE,
                List.of(machines),
                List.of(always(), dayShift()),
                List.of(new Tariff("T", LocalDate.of(2026, 1, 1), 1833, List.of())),
                List.of(),
                List.of(),
                new Prices(150_000, 300_000, 0.0003, 60_000, 200_000, 500, 0.6592, 3, 3.5, 0.3, 50_000),
                List.of(
                        new StopReason("PAPER_JAM", "Paper jam", "Kẹt giấy"),
                        new StopReason("WAIT_INK", "Waiting for ink", "Chờ mực")));
    }

    /** A press of the older kind: 12,000 sheets an hour at best, washed by hand. */
    public static Machine press(String id, String address, String calendarId) {
        return new Machine(
                id,
                "Press " + id,
                "Máy in " + id,
                MachineKind.OFFSET_PRESS,
                Set.of(OperationKind.PRINT),
                new SheetSize(480, 340),
                new SheetSize(1020, 720),
                60,
                400,
                5,
                false,
                false,
                false,
                12_000,
                0.7,
                new SetupModel(14, 5, 5, 10, 22, 18, 9, 6, 0, 10, 0, 280, 30, 0.3),
                new PowerProfile(55, 30, 18, 6),
                3,
                900_000,
                calendarId,
                QualityProfile.ISO_12647_2,
                new Connection(Connection.Protocol.OPC_UA, address),
                List.of("C", "M", "Y", "K"));
    }

    public static Machine guillotine(String id) {
        return new Machine(
                id,
                "Guillotine " + id,
                "Máy xén " + id,
                MachineKind.GUILLOTINE,
                Set.of(OperationKind.CUT),
                new SheetSize(200, 200),
                new SheetSize(1150, 1150),
                40,
                500,
                0,
                false,
                false,
                false,
                2000,
                0.8,
                new SetupModel(12, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 20, 0, 0),
                new PowerProfile(6, 3, 1.5, 0.3),
                1,
                150_000,
                ALWAYS,
                QualityProfile.HOUSE,
                new Connection(Connection.Protocol.MQTT_JSON, "nhain/test/" + id),
                List.of());
    }

    /** An order of so many sheets with a usual makeready. */
    public static JobStart job(String commandId, Machine machine, int quantity) {
        boolean press = machine.isPress();
        return new JobStart(
                commandId,
                machine.id(),
                "O1/" + commandId,
                "O1",
                commandId,
                press ? "PRINT" : "CUT",
                quantity,
                press ? 300 : 20,
                press ? 60 : 12,
                press ? 15 : 0,
                machine.netSpeed(),
                press ? List.of("C", "M", "Y", "K", "PMS 485") : List.of());
    }

    /** An address on a free port of loopback. */
    public static String freeAddress(String id) throws IOException {
        return "opc.tcp://127.0.0.1:" + freePort() + "/nhain/" + id;
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static WorkingCalendar always() {
        Set<DayOfWeek> days = EnumSet.allOf(DayOfWeek.class);
        return new WorkingCalendar(
                ALWAYS,
                List.of(new WorkingCalendar.Shift("all", days, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, false)),
                List.of(),
                List.of());
    }

    /** Monday to Saturday, 06 to 22 with a break at 11; maintained on Thursday from 08 to 10. */
    private static WorkingCalendar dayShift() {
        Set<DayOfWeek> days = EnumSet.complementOf(EnumSet.of(DayOfWeek.SUNDAY));
        return new WorkingCalendar(
                DAY_SHIFT,
                List.of(
                        new WorkingCalendar.Shift("early", days, LocalTime.of(6, 0), LocalTime.of(14, 0), false),
                        new WorkingCalendar.Shift("late", days, LocalTime.of(14, 0), LocalTime.of(22, 0), false)),
                List.of(new WorkingCalendar.Break(LocalTime.of(11, 0), LocalTime.of(12, 0))),
                List.of(new WorkingCalendar.Closure(
                        "Maintenance", Instant.parse("2026-11-26T01:00:00Z"), Instant.parse("2026-11-26T03:00:00Z"))));
    }
}
