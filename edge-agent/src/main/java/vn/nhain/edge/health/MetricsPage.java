package vn.nhain.edge.health;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import vn.nhain.edge.source.SourceStatus;
import vn.nhain.edge.spool.Rejection;

/**
 * The report as Prometheus reads it, by Micrometer: the counts of {@code docs/reference/wire.md} and what the JVM says of
 * itself. All samples of one page are of one report, so that the equations hold in it.
 */
final class MetricsPage implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Supplier<HealthReport> report;
    private final MultiGauge sourceUp;
    private final MultiGauge sourceItems;
    private final MultiGauge sourceBadItems;
    private final MultiGauge sourceMessages;
    private final MultiGauge sourceDataLost;
    private final MultiGauge droppedByMachine;
    private HealthReport now;

    MetricsPage(Supplier<HealthReport> report) {
        this.report = report;
        this.now = report.get();
        readings("received", "values that sources delivered or the agent derived", r -> r.spool()
                .counters()
                .received());
        readings("derived", "of those, states that the agent derived", r -> r.spool()
                .counters()
                .derived());
        readings("suppressed", "values that said nothing new", r -> r.spool()
                .counters()
                .suppressed());
        readings("accepted", "readings that became durable", r -> r.spool()
                .counters()
                .accepted());
        readings("stored", "readings that the store took", r -> r.spool()
                .counters()
                .stored());
        readings("dropped", "readings given up because the spool was full", r -> r.spool()
                .counters()
                .dropped());
        readings("quarantined", "readings that the store refused for good", r -> r.spool()
                .counters()
                .quarantined());
        for (Rejection reason : Rejection.values()) {
            rejected(reason.label());
        }
        counter("counter.rollovers", "counters that began again at their end", r -> r.counterSteps()
                .rollovers());
        counter("counter.resets", "counters that a device set back", r -> r.counterSteps()
                .resets());
        counter("commands.received", "commands that arrived", r -> r.commands().received());
        counter("commands.refused", "commands that the agent refused", r -> r.commands()
                .refused());
        counter("store.batches", "batches that the store took", r -> r.store().batches());
        counter("store.retries", "writes that had to be tried again", r -> r.store()
                .retries());
        gauge("spool.depth", "readings on disk", r -> r.spool().depth());
        gauge("spool.capacity", "readings that the spool holds at most", r -> r.spool()
                .capacity());
        gauge("spool.uncommitted", "readings that wait for the disk", r -> r.spool()
                .uncommitted());
        gauge("spool.age.seconds", "how long the oldest has waited", r -> r.spool()
                .age()
                .toSeconds());
        gauge("spool.bytes", "size of the spool file", r -> r.spool().fileBytes());
        gauge(
                "spool.up",
                "whether the disk takes readings",
                r -> r.spool().problem().isEmpty() ? 1 : 0);
        gauge("store.up", "whether the store takes readings", r -> r.store().up() ? 1 : 0);
        gauge(
                "sparkplug.up",
                "whether the broker is there",
                r -> r.sparkplug().state().isUp() ? 1 : 0);
        sourceUp = rows("source.up", "whether a connection to machines is there");
        sourceItems = rows("source.items", "tags or topics that it listens to");
        sourceBadItems = rows("source.bad.items", "of those, refused by the machine");
        sourceMessages = rows("source.messages", "notifications or messages since the start");
        sourceDataLost = rows("source.data.lost", "times that the other side said that it threw values away");
        droppedByMachine = rows("spool.dropped.by.machine", "readings given up, by machine");
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /** The page, in the text format that every Prometheus reads. */
    synchronized String scrape() {
        now = report.get();
        perSource(sourceUp, source -> source.state().isUp() ? 1 : 0);
        perSource(sourceItems, SourceStatus::items);
        perSource(sourceBadItems, SourceStatus::badItems);
        perSource(sourceMessages, SourceStatus::messages);
        perSource(sourceDataLost, SourceStatus::dataLost);
        droppedByMachine.register(
                now.spool().droppedByMachine().entrySet().stream()
                        .map(entry -> MultiGauge.Row.of(Tags.of("machine", entry.getKey()), entry.getValue()))
                        .toList(),
                true);
        return registry.scrape();
    }

    private void perSource(MultiGauge gauge, ToDoubleFunction<SourceStatus> value) {
        gauge.register(
                now.sources().stream()
                        .map(source -> MultiGauge.Row.of(Tags.of("source", source.name()), value.applyAsDouble(source)))
                        .toList(),
                true);
    }

    private void readings(String name, String meaning, ToDoubleFunction<HealthReport> value) {
        counter("readings." + name, meaning, value);
    }

    private void rejected(String reason) {
        FunctionCounter.builder(
                        "nhain.edge.readings.rejected",
                        this,
                        page -> page.now.spool().counters().rejectedByReason().getOrDefault(reason, 0L))
                .description("invalid values")
                .tag("reason", reason)
                .register(registry);
    }

    private void counter(String name, String meaning, ToDoubleFunction<HealthReport> value) {
        FunctionCounter.builder("nhain.edge." + name, this, page -> value.applyAsDouble(page.now))
                .description(meaning)
                .register(registry);
    }

    private void gauge(String name, String meaning, ToDoubleFunction<HealthReport> value) {
        Gauge.builder("nhain.edge." + name, this, page -> value.applyAsDouble(page.now))
                .description(meaning)
                .register(registry);
    }

    private MultiGauge rows(String name, String meaning) {
        return MultiGauge.builder("nhain.edge." + name).description(meaning).register(registry);
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
