package vn.nhain.dashboard._support;

import java.time.DayOfWeek;
import java.time.Duration;
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
import vn.nhain.plant.WasteAllowance;
import vn.nhain.plant.calendar.Tariff;
import vn.nhain.plant.calendar.WorkingCalendar;
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

/** One press, one guillotine, one paper, orders that are printed and cut; Tuesday morning, all day open. */
public final class SmallPlant {
    /** Plant time at which the tests begin: 8 in the morning in the plant. */
    public static final Instant START = Instant.parse("2026-11-24T01:00:00Z");

    private static final SheetSize SHEET = new SheetSize(1020, 720);
    private static final SetupModel SETUP = new SetupModel(10, 2, 2, 4, 8, 5, 4, 3, 5, 5, 20, 150, 20, 0.3);

    private SmallPlant() {}

    public static Plant plant() {
        WorkingCalendar always = new WorkingCalendar(
                "always",
                List.of(new WorkingCalendar.Shift(
                        "all day", EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, false)),
                List.of(),
                List.of());
        Tariff tariff = new Tariff(
                "flat",
                LocalDate.of(2026, 1, 1),
                1800,
                List.of(new Tariff.Band(
                        Tariff.Level.PEAK, Set.of(DayOfWeek.MONDAY), LocalTime.of(9, 30), LocalTime.of(11, 30), 3000)));
        return new Plant(
                "hcm1",
                "Small plant",
                "Xưởng nhỏ",
                ZoneId.of("Asia/Ho_Chi_Minh"),
                List.of(
                        machine("OF1", MachineKind.OFFSET_PRESS, OperationKind.PRINT, 4),
                        machine("CUT1", MachineKind.GUILLOTINE, OperationKind.CUT, 0)),
                List.of(always),
                List.of(tariff),
                List.of(new Material("IVORY", "Ivory 300", "ivory", 300, SHEET, 31_000, 1.1)),
                List.of(new WasteAllowance(
                        OperationKind.PRINT, 1, List.of(new WasteAllowance.Tier(100_000, 100)), 0.02)),
                new Prices(120_000, 250_000, 0.0003, 60_000, 200_000, 500, 0.66, 2, 3, 0.3, 45_000),
                List.of(new StopReason("WAIT_PLATE", "Waiting for plates", "Chờ kẽm")));
    }

    private static Machine machine(String id, MachineKind kind, OperationKind does, int units) {
        return new Machine(
                id,
                "Machine " + id,
                "Máy " + id,
                kind,
                Set.of(does),
                new SheetSize(400, 300),
                SHEET,
                60,
                450,
                units,
                false,
                false,
                true,
                10_000,
                0.8,
                SETUP,
                new PowerProfile(40, 20, 5, 1),
                2,
                900_000,
                "always",
                QualityProfile.G7,
                new Connection(Connection.Protocol.MQTT_JSON, "nhain/hcm1/" + id),
                units == 0 ? List.of() : List.of("K", "C", "M", "Y"));
    }

    /** An order of this id that is printed, then cut; due so many hours after the start. */
    public static Order order(String id, int dueHours) {
        Form print = new Form(
                "IVORY",
                "ivory",
                300,
                SHEET,
                List.of("K", "C", "M", "Y"),
                List.of(),
                Coating.AQUEOUS,
                QualityProfile.HOUSE,
                "PL-" + id,
                null);
        Form cut = new Form(
                "IVORY", "ivory", 300, SHEET, List.of(), List.of(), Coating.NONE, QualityProfile.HOUSE, null, null);
        Instant due = START.plus(Duration.ofHours(dueHours));
        return new Order(
                id,
                "Công ty Bánh kẹo Đông Á",
                "Folding carton",
                "Hộp bánh " + id,
                2000,
                due,
                due.plus(Duration.ofHours(8)),
                1,
                false,
                null,
                false,
                OrderStatus.OPEN,
                List.of(new Gate(Gate.Kind.PROOF, true, null), new Gate(Gate.Kind.PLATES, true, null)),
                List.of(
                        new Operation(
                                "P1",
                                OperationKind.PRINT,
                                2000,
                                "sheet",
                                1,
                                1,
                                List.of(),
                                Duration.ofMinutes(30),
                                print),
                        new Operation(
                                "CUT", OperationKind.CUT, 2000, "sheet", 1, 1, List.of("P1"), Duration.ZERO, cut)));
    }

    /** Enough paper on hand, and a delivery tomorrow. */
    public static Stock stock() {
        return new Stock(List.of(
                new StockLot("L1", "IVORY", 50_000, START.minus(Duration.ofDays(1)), false, false, null),
                new StockLot("L2", "IVORY", 20_000, START.plus(Duration.ofDays(1)), true, false, null)));
    }
}
