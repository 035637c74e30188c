package vn.nhain.scheduler.plantproblem;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.nhain.plant.Plant;
import vn.nhain.plant.Prices;
import vn.nhain.plant.WasteAllowance;
import vn.nhain.plant.calendar.Tariff;
import vn.nhain.plant.calendar.WorkingCalendar;
import vn.nhain.plant.calendar.WorkingCalendar.Shift;
import vn.nhain.plant.machine.Connection;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.machine.MachineKind;
import vn.nhain.plant.machine.PowerProfile;
import vn.nhain.plant.machine.SetupModel;
import vn.nhain.plant.material.Material;
import vn.nhain.plant.material.SheetSize;
import vn.nhain.plant.material.Stock;
import vn.nhain.plant.material.StockLot;
import vn.nhain.plant.order.Coating;
import vn.nhain.plant.order.Form;
import vn.nhain.plant.order.Gate;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.order.Order;
import vn.nhain.plant.order.OrderStatus;
import vn.nhain.plant.quality.QualityProfile;
import vn.nhain.plant.quality.QualityState;
import vn.nhain.scheduler.api.PlannedOperation;
import vn.nhain.scheduler.api.Reason;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.ScheduleRequest;

/**
 * A plant whose numbers are easy to count with: presses OF1 and OF2 run 6,000 sheets an hour, die cutter DIE1 runs 3,000; a
 * job change takes 10 minutes, a plate 1, a format 2, another paper 3, an ink 5; a sheet costs 1,000 VND and an hour of a
 * machine 600,000. It works from 08:00 to 18:00 every day; the plan begins on Tuesday the 24th at 08:00.
 */
public final class TinyPlant {
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    public static final Instant ORIGIN = at("24 08:00");
    public static final String PAPER = "IVORY";
    public static final SheetSize SHEET = new SheetSize(1000, 700);

    public final List<Machine> machines = new ArrayList<>(List.of(
            press("OF1"), press("OF2"), machine("DIE1", MachineKind.DIE_CUTTER, OperationKind.DIE_CUT, 0, 3000)));
    public final List<WasteAllowance> waste = new ArrayList<>();
    public final List<StockLot> lots = new ArrayList<>(List.of(lot("L1", PAPER, 1_000_000, "01 08:00")));
    public final List<Material> materials = new ArrayList<>(List.of(paper(PAPER, 300, 1000)));
    public final List<Order> orders = new ArrayList<>();
    public final List<WorkingCalendar.Closure> closures = new ArrayList<>();
    LocalTime opens = LocalTime.of(8, 0);
    LocalTime closes = LocalTime.of(18, 0);
    boolean night;
    double overtimeShare;
    Prices prices = new Prices(100_000, 250_000, 0.0003, 40_000, 60_000, 500, 0.6, 5, 3.5, 0.3, 50_000);
    final Map<String, QualityState> states = new HashMap<>();
    final List<PlannedOperation> inForce = new ArrayList<>();
    final List<ScheduleRequest.Recalibration> recalibrations = new ArrayList<>();

    /** Day of November 2026 and time in the plant, such as {@code 24 08:00}. */
    public static Instant at(String dayAndTime) {
        return LocalDateTime.parse("2026-11-" + dayAndTime.replace(' ', 'T'))
                .atZone(ZONE)
                .toInstant();
    }

    public static StockLot lot(String id, String material, int sheets, String usableFrom) {
        return new StockLot(id, material, sheets, at(usableFrom), false, false, null);
    }

    /** Ivory board of so many g/m², a sheet for so many VND. */
    public static Material paper(String id, int gsm, double sheetVnd) {
        double sheet_kg = SHEET.area_m2() * gsm / 1000;
        return new Material(id, "IVORY %d 72×102".formatted(gsm), "ivory", gsm, SHEET, sheetVnd / sheet_kg, 1);
    }

    public static Machine press(String id) {
        return machine(id, MachineKind.OFFSET_PRESS, OperationKind.PRINT, 4, 6000);
    }

    /** A press that costs so many VND an hour. */
    public static Machine press(String id, long rateVndPerHour) {
        return machine(id, MachineKind.OFFSET_PRESS, OperationKind.PRINT, 4, 6000, rateVndPerHour);
    }

    public static Machine machine(String id, MachineKind kind, OperationKind operation, int units, double speed) {
        return machine(id, kind, operation, units, speed, 600_000);
    }

    private static Machine machine(
            String id, MachineKind kind, OperationKind operation, int units, double speed, long rateVndPerHour) {
        return new Machine(
                id,
                id,
                id,
                kind,
                Set.of(operation),
                new SheetSize(300, 200),
                new SheetSize(1030, 770),
                60,
                450,
                units,
                false,
                false,
                units > 0,
                speed,
                1,
                new SetupModel(10, units > 0 ? 1 : 0, 0, 5, 5, 5, 2, 3, 4, 0, 7, 100, units > 0 ? 10 : 0, 0.5),
                new PowerProfile(60, 30, 10, 5),
                2,
                rateVndPerHour,
                "day",
                QualityProfile.BRAND_SPOT,
                new Connection(Connection.Protocol.OPC_UA, "opc.tcp://127.0.0.1:4840/"),
                List.of());
    }

    public static Form form(String... inks) {
        return form(QualityProfile.HOUSE, inks);
    }

    static Form form(QualityProfile quality, String... inks) {
        return new Form(PAPER, "ivory", 300, SHEET, List.of(inks), List.of(), Coating.NONE, quality, null, null);
    }

    public static Form twoSided(String... inks) {
        return new Form(
                PAPER,
                "ivory",
                300,
                SHEET,
                List.of(inks),
                List.of(inks),
                Coating.NONE,
                QualityProfile.HOUSE,
                null,
                null);
    }

    public static Operation print(String id, int sheets, Form form) {
        return new Operation(id, OperationKind.PRINT, sheets, Operation.SHEET, 1, 1, List.of(), Duration.ZERO, form);
    }

    public static Operation dieCut(String id, int pieces, int up, String... predecessors) {
        return new Operation(
                id,
                OperationKind.DIE_CUT,
                pieces,
                Operation.PIECE,
                1,
                up,
                List.of(predecessors),
                Duration.ZERO,
                form());
    }

    public Order order(String id, String due, Operation... operations) {
        return order(id, due, 1, false, List.of(), operations);
    }

    public Order order(String id, String due, int priority, boolean fsc, List<Gate> gates, Operation... operations) {
        return order(id, due, due, priority, fsc, gates, operations);
    }

    Order order(
            String id,
            String due,
            String customerDue,
            int priority,
            boolean fsc,
            List<Gate> gates,
            Operation... operations) {
        Order order = new Order(
                id,
                "customer",
                "carton",
                "title",
                1,
                at(due),
                at(customerDue),
                priority,
                false,
                null,
                fsc,
                OrderStatus.OPEN,
                gates,
                List.of(operations));
        orders.add(order);
        return order;
    }

    public Plant plant() {
        Shift shift = new Shift("day", EnumSet.allOf(DayOfWeek.class), opens, closes, night, overtimeShare);
        Tariff tariff = new Tariff(
                "T",
                LocalDate.of(2026, 4, 22),
                2000,
                List.of(new Tariff.Band(
                        Tariff.Level.PEAK,
                        EnumSet.allOf(DayOfWeek.class),
                        LocalTime.of(9, 30),
                        LocalTime.of(10, 0),
                        4000)));
        return new Plant(
                "tiny",
                "Tiny",
                "Nhỏ",
                ZONE,
                machines,
                List.of(new WorkingCalendar("day", List.of(shift), List.of(), closures)),
                List.of(tariff),
                materials,
                waste,
                prices,
                List.of());
    }

    public ScheduleRequest request() {
        return new ScheduleRequest(
                        plant(), orders, new Stock(lots), ORIGIN, List.of(), inForce, ORIGIN, List.of(), states)
                .withRecalibrations(recalibrations);
    }

    /** Lets the plan in force have an operation at a place. */
    void inForce(String order, String operation, String machine, String start) {
        inForce.add(new PlannedOperation(
                order,
                operation,
                OperationKind.PRINT,
                machine,
                at(start),
                at(start),
                at(start).plusSeconds(3600),
                1,
                1,
                0,
                0,
                0,
                "",
                false,
                new Reason("origin", "", "")));
    }

    /** The plan by due date. */
    public static Schedule plan(ScheduleRequest request) {
        PlantProblem problem = PlantProblem.of(request);
        return ScheduleWriter.write(problem, problem.dueDateFirst());
    }

    /** A plan as text: {@code OF1: A/P 08:14-09:14 (setup 14) ~ ...}, a line a machine. */
    public static String text(Schedule schedule) {
        StringBuilder text = new StringBuilder();
        String machine = "";
        for (PlannedOperation o : schedule.operations()) {
            text.append(o.machineId().equals(machine) ? " ~ " : (text.isEmpty() ? "" : "\n") + o.machineId() + ": ");
            machine = o.machineId();
            text.append("%s/%s %s-%s".formatted(o.orderId(), o.operationId(), time(o.start()), time(o.end())));
            if (o.setupMinutes() > 0) {
                text.append(" (setup %d)".formatted((int) o.setupMinutes()));
            }
        }
        return text.toString();
    }

    private static String time(Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, ZONE);
        String day = local.getDayOfMonth() == 24 ? "" : local.getDayOfMonth() + " ";
        return day + local.toLocalTime();
    }
}
