package vn.nhain.scheduler.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The hard constraints of the Online Printing Shop problem, one method a group. */
final class ShopRules {
    private final Shop shop;
    private final List<Violation> found = new ArrayList<>();
    private final Map<Integer, Row> rowByOperation = new TreeMap<>();

    ShopRules(Shop shop) {
        this.shop = shop;
    }

    /** An operation of a plan: the setup is {@code [setupStart, start)}, the run {@code [start, end)} with its pauses. */
    record Row(int job, int operation, int resource, long setupStart, long start, long end) {}

    List<Violation> check(List<Row> rows) {
        rows.forEach(this::identity);
        for (int id : shop.operations().keySet()) {
            if (!rowByOperation.containsKey(id)) {
                bad("MISSING", "operation %d is not in the plan", id);
            }
        }
        rowByOperation.values().forEach(this::run);
        shop.resources().forEach(this::machine);
        shop.operations().values().forEach(this::successors);
        return found;
    }

    private void identity(Row row) {
        Shop.Step step = shop.operations().get(row.operation);
        if (step == null) {
            bad("UNKNOWN_OP", "operation %d is not in the problem", row.operation);
        } else if (rowByOperation.putIfAbsent(row.operation, row) != null) {
            bad("DUPLICATE", "operation %d is planned twice", row.operation);
        } else if (step.job() != row.job) {
            bad("JOB", "operation %d belongs to job %d, not to %d", row.operation, step.job(), row.job);
        }
    }

    private void run(Row row) {
        Shop.Step step = step(row);
        if (row.setupStart < 0 || row.start < 0) {
            bad("NEGATIVE", "operation %d begins before time 0", row.operation);
        }
        if (row.end <= row.start) {
            bad("LENGTH", "operation %d ends at %d, not after its start at %d", row.operation, row.end, row.start);
        }
        if (step.fixedStart() >= 0 && row.start != step.fixedStart()) {
            bad("FIXED", "operation %d must start at %d but starts at %d", row.operation, step.fixedStart(), row.start);
        }
        if (step.fixedStart() < 0 && row.start < step.release()) {
            bad(
                    "RELEASE",
                    "operation %d starts at %d, before its release at %d",
                    row.operation,
                    row.start,
                    step.release());
        }
        Integer time = step.times().get(row.resource);
        if (time == null) {
            bad("ELIGIBILITY", "operation %d may not run on machine %d", row.operation, row.resource);
        }
        Shop.Resource resource = shop.resources().get(row.resource);
        if (resource != null) {
            calendar(row, resource.windows(), time);
        }
    }

    private void calendar(Row row, Windows windows, @Nullable Integer time) {
        if (!windows.open(row.start)) {
            bad(
                    "START_UNAVAILABLE",
                    "operation %d starts at %d while machine %d is closed",
                    row.operation,
                    row.start,
                    row.resource);
        }
        if (!windows.open(row.end - 1)) {
            bad(
                    "END_UNAVAILABLE",
                    "operation %d ends at %d; machine %d is closed just before",
                    row.operation,
                    row.end,
                    row.resource);
        }
        long worked = windows.workBetween(row.start, row.end);
        if (time != null && worked != time) {
            bad(
                    "DURATION",
                    "operation %d gets %d units of work on machine %d but needs %d",
                    row.operation,
                    worked,
                    row.resource,
                    time);
        }
    }

    private void machine(int id, Shop.Resource resource) {
        List<Row> sequence = rowByOperation.values().stream()
                .filter(row -> row.resource == id)
                .sorted(Comparator.comparingLong(Row::start).thenComparingLong(Row::end))
                .toList();
        Row before = null;
        for (Row row : sequence) {
            setup(resource, before, row);
            before = row;
        }
    }

    private void setup(Shop.Resource resource, @Nullable Row before, Row row) {
        int need = resource.setupBefore(before == null ? null : step(before), step(row));
        long got = row.start - row.setupStart;
        if (got != need) {
            bad(
                    "SETUP_LENGTH",
                    "the setup of operation %d on machine %d must take %d but takes %d",
                    row.operation,
                    row.resource,
                    need,
                    got);
        }
        if (got > 0 && resource.windows().workBetween(row.setupStart, row.start) != got) {
            bad(
                    "SETUP_UNAVAILABLE",
                    "the setup of operation %d from %d to %d meets closed hours of machine %d",
                    row.operation,
                    row.setupStart,
                    row.start,
                    row.resource);
        }
        if (before != null && row.setupStart < before.end) {
            bad(
                    "MACHINE_OVERLAP",
                    "on machine %d, operation %d (setup from %d) overlaps operation %d (until %d)",
                    row.resource,
                    row.operation,
                    row.setupStart,
                    before.operation,
                    before.end);
        }
        if (before != null && row.start - need < before.end) {
            bad(
                    "SETUP_TIME",
                    "on machine %d, operation %d starts at %d, but operation %d ends at %d and the setup takes %d",
                    row.resource,
                    row.operation,
                    row.start,
                    before.operation,
                    before.end,
                    need);
        }
    }

    private void successors(Shop.Step step) {
        Row row = rowByOperation.get(step.id());
        if (row == null) {
            return;
        }
        for (int id : step.successors()) {
            Row next = rowByOperation.get(id);
            if (next != null && step.overlapPermille() >= 1000) {
                if (next.start < row.end) {
                    bad(
                            "PRECEDENCE",
                            "operation %d starts at %d, before operation %d ends at %d",
                            id,
                            next.start,
                            step.id(),
                            row.end);
                }
            } else if (next != null) {
                overlap(step, row, next);
            }
        }
    }

    private void overlap(Shop.Step step, Row row, Row next) {
        Integer time = step.times().get(row.resource);
        Shop.Resource resource = shop.resources().get(row.resource);
        if (time != null && resource != null) {
            long ready = resource.windows().whenDone(row.start, step.unitsBeforeSuccessor(time));
            if (next.start < ready) {
                bad(
                        "OVERLAP_START",
                        "operation %d starts at %d, before %d thousandths of operation %d are done at %d",
                        next.operation,
                        next.start,
                        step.overlapPermille(),
                        step.id(),
                        ready);
            }
        }
        if (next.end < row.end) {
            bad(
                    "OVERLAP_END",
                    "operation %d ends at %d, before its overlapping predecessor %d ends at %d",
                    next.operation,
                    next.end,
                    step.id(),
                    row.end);
        }
    }

    private Shop.Step step(Row row) {
        Shop.Step step = shop.operations().get(row.operation);
        if (step == null) {
            throw new IllegalStateException("The operation (%d) was not sorted out.".formatted(row.operation));
        }
        return step;
    }

    private void bad(String constraint, String sentence, Object... values) {
        found.add(new Violation(constraint, String.format(java.util.Locale.ROOT, sentence, values)));
    }
}
