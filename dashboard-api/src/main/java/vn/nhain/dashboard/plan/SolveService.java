package vn.nhain.dashboard.plan;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.dashboard.config.PlanningConfig;
import vn.nhain.dashboard.plan.api.SolveStatus;
import vn.nhain.dashboard.problem.ConflictException;
import vn.nhain.scheduler.api.Figures;
import vn.nhain.scheduler.api.InvalidRequestException;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.api.SchedulingService;
import vn.nhain.scheduler.api.SolveJob;
import vn.nhain.scheduler.api.SolveLimits;

/** Runs the solver in the background, one solve at a time; each ends in a draft. Thread-safe. */
public final class SolveService implements AutoCloseable {
    /** Wall seconds that pass between the end of a search and the first job that is sent. */
    private static final long RELEASE_SECONDS = 3;

    private static final Logger log = LoggerFactory.getLogger(SolveService.class);
    private static final long STOP_SECONDS = 20;

    private final SchedulingService scheduler;
    private final RequestBuilder requests;
    private final PlanBook plans;
    private final PlanningConfig config;
    private final List<Consumer<PlanVersion>> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "solve");
        thread.setDaemon(true);
        return thread;
    });

    private final SolveProgressBook progress = new SolveProgressBook();
    private @Nullable Future<?> running;
    private volatile @Nullable SolveJob job;
    private volatile boolean stopAsked;

    public SolveService(SchedulingService scheduler, RequestBuilder requests, PlanBook plans, PlanningConfig config) {
        this.scheduler = scheduler;
        this.requests = requests;
        this.plans = plans;
        this.config = config;
    }

    /** Tells {@code listener} of each finished draft. */
    public void onDraft(Consumer<PlanVersion> listener) {
        listeners.add(listener);
    }

    /** Where the running solve stands, or the last one. */
    public SolveStatus status() {
        return progress.status();
    }

    /**
     * Begins a solve and returns at once.
     *
     * @param seconds wall seconds at most
     * @param who asks for it
     * @throws ConflictException when one runs
     */
    public synchronized SolveStatus start(int seconds, String who) {
        if (isRunning()) {
            throw new ConflictException("A solve runs. Wait for its end, or stop it: DELETE /api/plan/solve.");
        }
        stopAsked = false;
        job = null;
        progress.begin(seconds);
        running = executor.submit(() -> run(seconds, who));
        return status();
    }

    /** Stops the running solve and keeps its best plan; does nothing when none runs. */
    public SolveStatus stop() {
        Future<?> now;
        synchronized (this) {
            now = running;
            stopAsked = true;
        }
        SolveJob solving = job;
        if (solving != null) {
            solving.stop();
        }
        if (now != null) {
            await(now);
        }
        return status();
    }

    /** Whether one runs. */
    public synchronized boolean isRunning() {
        return running != null && !running.isDone();
    }

    @Override
    public void close() {
        stop();
        executor.shutdown();
    }

    private void run(int seconds, String who) {
        try {
            ScheduleRequest request = requests.build(Duration.ofSeconds(seconds + RELEASE_SECONDS));
            Figures baseline = scheduler.dueDateFirst(request).figures();
            progress.baseline(baseline);
            SolveLimits limits = new SolveLimits(Duration.ofSeconds(seconds), 0, config.threads(), config.seed());
            SolveJob solving = scheduler.solve(request, limits, progress::accept);
            job = solving;
            if (stopAsked) {
                solving.stop();
            }
            Schedule best = solving.result().get();
            PlanVersion draft = plans.addDraft(who, best, baseline);
            progress.end(draft.version(), best.figures());
            log.info(
                    "Plan {} is ready: {} operations",
                    draft.version(),
                    best.operations().size());
            listeners.forEach(listener -> listener.accept(draft));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            progress.fail("The solve was interrupted.");
        } catch (InvalidRequestException e) {
            log.warn("The orders cannot be planned: {}", e.getMessage());
            progress.fail(String.join(" ", e.mistakes()));
        } catch (ExecutionException | RuntimeException e) {
            log.error("The solve failed", e);
            progress.fail("The solve failed: " + e.getMessage());
        }
    }

    private static void await(Future<?> solve) {
        try {
            solve.get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.warn("The solve has not ended yet", e);
        }
    }
}
