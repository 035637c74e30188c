package vn.nhain.simulators.order;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.Plant;
import vn.nhain.plant.QuantityChain;
import vn.nhain.plant.calendar.WorkingCalendar.Window;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.machine.SetupModel;
import vn.nhain.plant.order.Coating;
import vn.nhain.plant.order.Form;
import vn.nhain.plant.order.Gate;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.order.Order;

/**
 * A planner who goes by due date alone. Only for telling how hard a backlog is: it knows nothing of paper, tools and the
 * shades of inks.
 */
final class DueDateDispatch {
    private static final Duration HORIZON = Duration.ofDays(60);

    private final Plant plant;
    private final Instant start;
    private final Map<String, Timeline> timelines = new LinkedHashMap<>();
    private final Map<String, Instant> freeByJob = new HashMap<>();
    final Map<String, Instant> endByOrder = new HashMap<>();

    DueDateDispatch(Plant plant, Instant start) {
        this.plant = plant;
        this.start = start;
        for (Machine machine : plant.machines()) {
            List<Window> open = plant.findCalendar(machine.calendarId())
                    .orElseThrow()
                    .openBetween(start, start.plus(HORIZON), plant.zone());
            timelines.put(machine.id(), new Timeline(machine, open, start));
        }
    }

    /** Whenever a machine is free it takes, of what can start then, what is due first. */
    void run(List<Order> orders) {
        List<Job> waiting = jobs(orders);
        while (!waiting.isEmpty()) {
            Job next = null;
            Timeline where = null;
            Instant first = Instant.MAX;
            for (Job job : ready(waiting)) {
                for (Timeline timeline : timelines.values()) {
                    if (timeline.machine.findObstacle(job.operation).isEmpty()) {
                        Instant begin = timeline.begin(job.ready);
                        if (begin.isBefore(first)) {
                            first = begin;
                            next = job;
                            where = timeline;
                        }
                    }
                }
            }
            if (next == null || where == null) {
                throw new IllegalStateException("No machine for " + waiting.get(0).operation);
            }
            take(next, where);
            waiting.remove(next);
        }
    }

    /** Orders that end after they are due. */
    long late(List<Order> orders) {
        return orders.stream()
                .filter(o ->
                        endByOrder.containsKey(o.id()) && endByOrder.get(o.id()).isAfter(o.due()))
                .count();
    }

    /** Minutes of setup and running by machine. */
    Map<String, Double> busyMinutes() {
        Map<String, Double> busy = new LinkedHashMap<>();
        timelines.forEach((id, timeline) -> busy.put(id, timeline.busy));
        return busy;
    }

    private void take(Job job, Timeline timeline) {
        Instant end = timeline.take(job.operation, job.cycles, job.ready);
        boolean dry = job.operation.kind() == OperationKind.PRINT && timeline.machine.uvInks();
        Instant free = dry ? end : end.plus(job.operation.minLag());
        freeByJob.put(job.key(job.operation.id()), free);
        endByOrder.merge(job.order.id(), end, (a, b) -> a.isAfter(b) ? a : b);
    }

    /** Jobs whose predecessors are planned, with the time from which they may start. */
    private List<Job> ready(List<Job> waiting) {
        List<Job> ready = new ArrayList<>();
        for (Job job : waiting) {
            List<String> before =
                    job.operation.predecessors().stream().map(job::key).toList();
            if (freeByJob.keySet().containsAll(before)) {
                for (String key : before) {
                    Instant free = freeByJob.get(key);
                    job.ready = free.isAfter(job.ready) ? free : job.ready;
                }
                ready.add(job);
            }
        }
        return ready;
    }

    private List<Job> jobs(List<Order> orders) {
        List<Job> jobs = new ArrayList<>();
        for (Order order : orders) {
            if (order.gates().stream().anyMatch(g -> !g.cleared() && g.expected() == null)) {
                continue;
            }
            Instant ready = order.gates().stream()
                    .map(Gate::expected)
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .orElse(start);
            Map<String, QuantityChain.Quantities> chain = QuantityChain.of(order, plant);
            for (Operation operation : order.operations()) {
                QuantityChain.Quantities quantities = chain.get(operation.id());
                jobs.add(new Job(order, operation, operation.cycles(quantities.goodOut()) + quantities.waste(), ready));
            }
        }
        jobs.sort(Comparator.comparing((Job j) -> j.order.due()).thenComparing(j -> j.order.id()));
        return jobs;
    }

    private static final class Job {
        private final Order order;
        private final Operation operation;
        private final int cycles;
        private Instant ready;

        private Job(Order order, Operation operation, int cycles, Instant ready) {
            this.order = order;
            this.operation = operation;
            this.cycles = cycles;
            this.ready = ready;
        }

        private String key(String operationId) {
            return order.id() + "/" + operationId;
        }
    }

    /** One machine: work is put behind what stands there. */
    private static final class Timeline {
        private final Machine machine;
        private final List<Window> open;
        private Instant now;
        private @Nullable Form last;
        private double busy;

        Timeline(Machine machine, List<Window> open, Instant start) {
            this.machine = machine;
            this.open = new ArrayList<>(open);
            this.now = start;
        }

        /** When it can begin at the earliest. */
        Instant begin(Instant ready) {
            Instant from = ready.isAfter(now) ? ready : now;
            return open.stream()
                    .filter(w -> w.to().isAfter(from))
                    .findFirst()
                    .map(w -> w.from().isAfter(from) ? w.from() : from)
                    .orElse(Instant.MAX);
        }

        /** Runs a job behind what stands there, pausing over closed hours; its end. */
        Instant take(Operation operation, int cycles, Instant ready) {
            Instant from = begin(ready);
            double minutes = minutes(operation, cycles);
            long left = Math.round(minutes * 60);
            for (Window window : open) {
                Instant begin = window.from().isAfter(from) ? window.from() : from;
                long room = Math.max(0, Duration.between(begin, window.to()).toSeconds());
                if (left <= room) {
                    busy += minutes;
                    now = begin.plusSeconds(left);
                    last = operation.form();
                    return now;
                }
                left -= room;
            }
            throw new IllegalStateException("The horizon is too short for " + operation);
        }

        private double minutes(Operation operation, int cycles) {
            return setupMinutes(machine, last, operation.form()) + machine.runMinutes(operation, cycles);
        }
    }

    /** Setup without the shades of inks: enough for a load. */
    static double setupMinutes(Machine machine, @Nullable Form last, Form form) {
        SetupModel setup = machine.setup();
        double minutes = setup.base();
        if (last == null || !last.sheet().equals(form.sheet())) {
            minutes += setup.format();
        }
        if (last == null
                || Math.abs(last.gsm() - form.gsm()) > 50
                || !last.paperFamily().equals(form.paperFamily())) {
            minutes += setup.caliper();
        }
        if (form.toolId() != null && (last == null || !form.toolId().equals(last.toolId()))) {
            minutes += setup.newTool();
        }
        boolean samePlates =
                last != null && form.plateSetId() != null && form.plateSetId().equals(last.plateSetId());
        if (machine.isPress() && !samePlates) {
            int sides = form.isTwoSided() && !machine.perfecting() ? 2 : 1;
            minutes += form.plates() * setup.perPlate() + setup.blanketWash() + setup.colourOk() * sides;
            long spots = form.frontInks().stream()
                    .filter(ink -> ink.startsWith("P"))
                    .filter(ink -> last == null || !last.frontInks().contains(ink))
                    .count();
            minutes += spots * setup.spotInk();
            if (form.coating() != Coating.NONE && (last == null || last.coating() != form.coating())) {
                minutes += setup.coatingPlate();
            }
        }
        return minutes;
    }
}
