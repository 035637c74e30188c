package vn.nhain.scheduler.plantproblem;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.nhain.plant.Plant;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.scheduler.api.Reason;
import vn.nhain.scheduler.words.Words;

/** What work that has started or is done means for what follows it. */
final class StartedWork {
    private final Plant plant;
    private final PlanTime time;
    private final Words words;
    private final Map<String, FixedRow> byKey;

    StartedWork(Plant plant, PlanTime time, Words words, Map<String, FixedRow> byKey) {
        this.plant = plant;
        this.time = time;
        this.words = words;
        this.byKey = byKey;
    }

    /** When it lets a successor start: after its end and its lag, or after its first batch and that. */
    Release after(FixedRow row) {
        return release(row, ready(row, 0));
    }

    /** Notes on which machines a draft must start later, so that the batches of running work are there when it needs them. */
    void after(FixedRow row, Draft draft, List<PlantMachine> machines) {
        Operation from = row.operation();
        int batches = inBatches(row) ? from.batches(row.quantities().goodOut()) : 1;
        Map<Integer, Release> later = new LinkedHashMap<>(draft.options.releaseOn());
        draft.options.runMinutes().forEach((m, run) -> {
            for (int i = 1; i < batches; i++) {
                int there = time.from(ready(row, i));
                int start = Batches.startFor(
                        machines.get(m),
                        draft.operation,
                        run,
                        from,
                        row.quantities().goodOut(),
                        i,
                        there);
                later.merge(m, release(row, time.at(start)), Release::later);
            }
        });
        draft.options = draft.options.with(later);
    }

    /** The minute by which a draft must start for the sake of what it follows; {@link Windows#NEVER} without any. */
    int latestStart(Draft draft) {
        return draft.operation.predecessors().stream()
                .map(id -> byKey.get(PlantProblemBuilder.key(draft.order.id(), id)))
                .filter(row -> row != null && row.operation().maxLag() != null)
                .mapToInt(row -> time.until(row.actual()
                        .end()
                        .plus(Objects.requireNonNull(row.operation().maxLag()))))
                .min()
                .orElse(Windows.NEVER);
    }

    private static boolean inBatches(FixedRow row) {
        return row.operation().transferBatch() > 0 && !row.actual().done();
    }

    private Instant ready(FixedRow row, int batch) {
        Machine on = plant.findMachine(row.actual().machineId()).orElseThrow();
        boolean dry = row.operation().kind() == OperationKind.PRINT && on.uvInks();
        Instant through = inBatches(row)
                ? Batches.through(row.actual(), on, row.operation(), row.quantities(), batch)
                : row.actual().end();
        return through.plus(dry ? Duration.ZERO : row.operation().minLag());
    }

    private Release release(FixedRow row, Instant ready) {
        Words.Both kind = Words.kind(row.operation().kind());
        Words.Both at = words.time(ready);
        Reason reason = new Reason(
                "part",
                "waits for %s (%s) until %s"
                        .formatted(kind.en(), row.operation().id(), at.en()),
                "chờ %s (%s) đến %s".formatted(kind.vi(), row.operation().id(), at.vi()));
        Reason cause = new Reason(
                "part",
                "%s (%s) is ready %s".formatted(kind.en(), row.operation().id(), at.en()),
                "%s (%s) xong lúc %s".formatted(kind.vi(), row.operation().id(), at.vi()));
        return new Release(time.from(ready), reason, cause);
    }
}
