package vn.nhain.edge.configure;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import vn.nhain.edge.command.JobTarget;
import vn.nhain.edge.source.SourceListener;
import vn.nhain.edge.source.SourcePlan;
import vn.nhain.edge.source.SourceStatus;
import vn.nhain.edge.source.TelemetrySource;

/** The sources that run, by their plans. Thread-safe. */
final class RunningSources {
    private static final Duration HANDOVER = Duration.ofSeconds(10);
    private static final Duration STEP = Duration.ofMillis(20);

    private final Clock wallClock;
    private final RandomGenerator random;
    private volatile Map<String, Running> runningByName = Map.of();

    private record Running(SourcePlan plan, TelemetrySource source) {}

    RunningSources(Clock wallClock, RandomGenerator random) {
        this.wallClock = wallClock;
        this.random = random;
    }

    /**
     * Makes what runs what is planned. A source whose plan stays is left alone. One whose other side keeps what nobody
     * takes ends before its successor begins, since both have one name there; any other ends after its successor is
     * connected, or when that takes too long, so that nothing falls between the two.
     *
     * @return what was done, a line each
     */
    synchronized List<String> become(List<SourcePlan> plans, SourceListener listener) {
        Map<String, Running> before = runningByName;
        Map<String, Running> after = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        List<Running> begin = new ArrayList<>();
        for (SourcePlan plan : plans) {
            Running old = before.get(plan.name());
            if (old != null && old.plan().equals(plan)) {
                after.put(plan.name(), old);
                continue;
            }
            Running fresh = new Running(plan, plan.open(wallClock, System::nanoTime, random));
            after.put(plan.name(), fresh);
            begin.add(fresh);
            lines.add("%s %s".formatted(old == null ? "added" : "changed", plan.name()));
        }
        List<Running> end = new ArrayList<>(before.values());
        end.removeAll(after.values());
        end.stream()
                .filter(old -> !after.containsKey(old.plan().name()))
                .forEach(old -> lines.add("removed " + old.plan().name()));
        end.stream().filter(old -> old.plan().isKeptWhileAway()).forEach(old -> old.source()
                .close());
        begin.forEach(fresh -> fresh.source().start(listener));
        runningByName = Collections.unmodifiableMap(after);
        List<Running> late =
                end.stream().filter(old -> !old.plan().isKeptWhileAway()).toList();
        if (!late.isEmpty()) {
            awaitUp(begin);
            late.forEach(old -> old.source().close());
        }
        return lines;
    }

    private static void awaitUp(List<Running> fresh) {
        try {
            for (Duration waited = Duration.ZERO; waited.compareTo(HANDOVER) < 0; waited = waited.plus(STEP)) {
                if (fresh.stream()
                        .flatMap(running -> running.source().status().stream())
                        .allMatch(status -> status.state().isUp())) {
                    return;
                }
                Thread.sleep(STEP.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How each connection is doing, in the order of the plans. */
    List<SourceStatus> status() {
        return runningByName.values().stream()
                .flatMap(running -> running.source().status().stream())
                .toList();
    }

    /** Those that take jobs. */
    List<JobTarget> jobTargets() {
        return runningByName.values().stream()
                .map(Running::source)
                .filter(JobTarget.class::isInstance)
                .map(JobTarget.class::cast)
                .toList();
    }

    synchronized void close() {
        runningByName.values().parallelStream()
                .forEach(running -> running.source().close());
    }
}
