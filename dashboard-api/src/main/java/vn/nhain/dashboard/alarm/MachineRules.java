package vn.nhain.dashboard.alarm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.nhain.dashboard.machine.LiveMachines;
import vn.nhain.dashboard.machine.MachineSnapshot;
import vn.nhain.dashboard.machine.ReportedStops;
import vn.nhain.dashboard.plant.WorkingTimes;
import vn.nhain.plant.machine.MachineState;
import vn.nhain.plant.reading.Metrics;

/**
 * Trouble of machines. Orders that suffer from a machine that is down are told with it, not each by itself; what is behind the
 * plan for other reasons is one alarm, and so it is when no machine at all is heard.
 */
public final class MachineRules implements AlarmRule {
    private static final Duration STOP_WITHOUT_REASON = Duration.ofMinutes(5);
    private static final Duration GRACE = Duration.ofSeconds(45);
    private static final int NAMED = 3;

    private final LiveMachines live;
    private final Consequences consequences;
    private final ReportedStops stops;
    private final WorkingTimes working;
    private final Clock plantClock;
    private final InstantSource wall;
    private final Instant startedWall;

    public MachineRules(
            LiveMachines live,
            Consequences consequences,
            ReportedStops stops,
            WorkingTimes working,
            Clock plantClock,
            InstantSource wall) {
        this.live = live;
        this.consequences = consequences;
        this.stops = stops;
        this.working = working;
        this.plantClock = plantClock;
        this.wall = wall;
        this.startedWall = wall.instant();
    }

    @Override
    public List<Condition> conditions() {
        List<Condition> found = new ArrayList<>();
        List<MachineSnapshot> machines = live.list();
        Map<String, List<String>> late = consequences.newlyLateByMachine();
        long offline =
                machines.stream().filter(m -> m.state() == MachineState.OFFLINE).count();
        boolean allSilent = offline == machines.size() && machines.size() > 1;
        boolean known = Duration.between(startedWall, wall.instant()).compareTo(GRACE) > 0;
        if (allSilent && known) {
            found.add(new Condition(
                    "silence",
                    Condition.Severity.CRITICAL,
                    "NO_DATA",
                    null,
                    null,
                    "No machine is heard. Check the edge agent, the broker and the network.",
                    "Không nhận được dữ liệu từ máy nào. Kiểm tra edge agent, broker và mạng."));
        }
        Map<String, List<String>> behind = new LinkedHashMap<>();
        for (MachineSnapshot machine : machines) {
            List<String> orders = late.getOrDefault(machine.machineId(), List.of());
            switch (machine.state()) {
                case DOWN -> found.add(down(machine, orders));
                case OFFLINE -> {
                    if (known && !allSilent) {
                        found.add(offline(machine, orders));
                    }
                }
                case STOPPED -> {
                    if (isUnexplained(machine)) {
                        found.add(stopped(machine));
                    }
                }
                default -> {}
            }
            if (machine.state() != MachineState.DOWN && machine.state() != MachineState.OFFLINE && !orders.isEmpty()) {
                behind.put(machine.machineId(), orders);
            }
        }
        if (!behind.isEmpty()) {
            found.add(behind(behind));
        }
        return found;
    }

    private boolean isUnexplained(MachineSnapshot machine) {
        // off shift nobody is there to give one
        Duration stopped = working.between(machine.machineId(), machine.since(), plantClock.instant());
        return stopped.compareTo(STOP_WITHOUT_REASON) > 0
                && machine.text(Metrics.STOP_REASON).isEmpty()
                && stops.findReason(machine.machineId(), machine.since()).isEmpty();
    }

    private static Condition down(MachineSnapshot machine, List<String> orders) {
        String fault = (machine.text(Metrics.FAULT_CODE) + " " + machine.text(Metrics.FAULT_TEXT)).strip();
        return new Condition(
                "down:" + machine.machineId(),
                Condition.Severity.CRITICAL,
                "MACHINE_DOWN",
                machine.machineId(),
                null,
                "%s is down%s. Call the mechanic; plan again if it takes long.%s"
                        .formatted(machine.machineId(), fault.isEmpty() ? "" : ": " + fault, lateEn(orders)),
                "%s hỏng%s. Gọi thợ máy; lập lại kế hoạch nếu lâu.%s"
                        .formatted(machine.machineId(), fault.isEmpty() ? "" : ": " + fault, lateVi(orders)));
    }

    private static Condition offline(MachineSnapshot machine, List<String> orders) {
        return new Condition(
                "offline:" + machine.machineId(),
                Condition.Severity.WARNING,
                "MACHINE_OFFLINE",
                machine.machineId(),
                null,
                "%s is not heard. Check its power and its network.%s".formatted(machine.machineId(), lateEn(orders)),
                "Mất kết nối với %s. Kiểm tra nguồn điện và mạng.%s".formatted(machine.machineId(), lateVi(orders)));
    }

    private static Condition stopped(MachineSnapshot machine) {
        return new Condition(
                "stop:" + machine.machineId(),
                Condition.Severity.WARNING,
                "STOP_WITHOUT_REASON",
                machine.machineId(),
                null,
                "%s has stood for more than 5 minutes without a reason. Give one on its page."
                        .formatted(machine.machineId()),
                "%s đã dừng hơn 5 phút mà chưa có lý do. Hãy chọn lý do trên trang của máy."
                        .formatted(machine.machineId()));
    }

    /** One alarm for the plan, however many machines are behind: what to do is the same, and is done once. */
    private static Condition behind(Map<String, List<String>> lateByMachine) {
        List<String> machines = List.copyOf(lateByMachine.keySet());
        List<String> orders =
                lateByMachine.values().stream().flatMap(List::stream).distinct().toList();
        return new Condition(
                "behind",
                Condition.Severity.WARNING,
                "ORDERS_WILL_BE_LATE",
                machines.size() == 1 ? machines.get(0) : null,
                orders.size() == 1 ? orders.get(0) : null,
                "Behind the plan at %s. Plan again.%s".formatted(names(machines, "and %d more"), lateEn(orders)),
                "Chậm so với kế hoạch tại %s. Hãy lập lại kế hoạch.%s"
                        .formatted(names(machines, "và %d máy nữa"), lateVi(orders)));
    }

    private static String lateEn(List<String> orders) {
        return orders.isEmpty() ? "" : " Will be late: %s.".formatted(names(orders, "and %d more"));
    }

    private static String lateVi(List<String> orders) {
        return orders.isEmpty() ? "" : " Sẽ trễ: %s.".formatted(names(orders, "và %d đơn nữa"));
    }

    private static String names(List<String> all, String more) {
        String named = String.join(", ", all.subList(0, Math.min(NAMED, all.size())));
        int left = all.size() - NAMED;
        return left > 0 ? named + " " + more.formatted(left) : named;
    }
}
