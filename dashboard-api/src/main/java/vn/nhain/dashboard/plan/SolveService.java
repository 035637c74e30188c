package vn.nhain.dashboard.plan;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
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

/**
 * Runs the solver in the background, one solve at a time; each ends in a draft. What happens meanwhile is taken into the
 * running solve. Thread-safe.
 */
public final class SolveService implements AutoCloseable {
    /** Wall seconds that pass between the end of a search and the first job that is sent. */
    private static final long RELEASE_SECONDS = 3;

    private static final Logger log = LoggerFactory.getLogger(SolveService.class);
    private static final long STOP_SECONDS = 20;
    /** How many times the time of a plan that an event calls for a solve may be put off by events. */
    private static final int MOST_PUT_OFF = 3;

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
    private @Nullable SolveJob job;
    private @Nullable ScheduleRequest asked;
    private double stability;
    private int limitSeconds;
    private long beganNanos;
    /** When the running solve is to end, of {@link System#nanoTime}. */
    private long endNanos;

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
     * @param weight factor on the price of moving work away from the plan in force
     * @param who asks for it
     * @throws ConflictException when one runs
     */
    public synchronized SolveStatus start(int seconds, double weight, String who) {
        if (isRunning()) {
            throw new ConflictException("A solve runs. Wait for its end, or stop it: DELETE /api/plan/solve.");
        }
        stopAsked = false;
        job = null;
        asked = null;
        stability = weight;
        progress.begin(seconds, weight);
        running = executor.submit(() -> run(seconds, who));
        return status();
    }

    /** Begins a solve with the configured weight of the plan in force. */
    public SolveStatus start(int seconds, String who) {
        return start(seconds, config.stability(), who);
    }

    /**
     * The running solve goes on with the problem as it is at this instant: its best plan is repaired at once. It ends when it
     * would have ended, but not before it had as long as a plan that an event calls for.
     *
     * @return false when none runs that could take it, or when it has been put off too often: then a solve of its own is due
     */
    public synchronized boolean change() {
        SolveJob solving = job;
        long now = System.nanoTime();
        long end = Math.max(endNanos, now + TimeUnit.SECONDS.toNanos(config.replanSeconds()));
        boolean tooLate = end - endNanos > 0 && end - latestEnd() > 0;
        if (solving == null || !isRunning() || tooLate) {
            return false;
        }
        ScheduleRequest request = requests.build(lead(secondsFrom(now, end)), stability);
        try {
            if (!solving.change(request)) {
                return false;
            }
        } catch (InvalidRequestException e) {
            log.warn("What has happened cannot be planned: {}", e.getMessage());
            return false;
        }
        asked = request;
        endNanos = end;
        progress.changed(request, (int) secondsFrom(beganNanos, end));
        return true;
    }

    /** Events may put a solve off so long; what happens later waits for the next one. */
    private long latestEnd() {
        return beganNanos + TimeUnit.SECONDS.toNanos(limitSeconds + (long) MOST_PUT_OFF * config.replanSeconds());
    }

    private static long secondsFrom(long from, long to) {
        return TimeUnit.NANOSECONDS.toSeconds(to - from) + 1;
    }

    private static Duration lead(long seconds) {
        return Duration.ofSeconds(seconds + RELEASE_SECONDS);
    }

    /** Stops the running solve and keeps its best plan; does nothing when none runs. */
    public SolveStatus stop() {
        Future<?> now;
        SolveJob solving;
        synchronized (this) {
            now = running;
            solving = job;
            stopAsked = true;
        }
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
            ScheduleRequest request = requests.build(lead(seconds), stability);
            progress.asked(request);
            SolveJob solving = begin(request, seconds);
            Figures baseline = scheduler.dueDateFirst(request).figures();
            tellBaseline(request, baseline);
            Schedule best = await(solving);
            ScheduleRequest last = ended();
            Figures yardstick = last.equals(request)
                    ? baseline
                    : scheduler.dueDateFirst(last).figures();
            progress.baseline(yardstick);
            PlanVersion draft = plans.addDraft(who, best, yardstick);
            progress.end(draft.version(), best);
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
        } finally {
            drop();
        }
    }

    private synchronized void tellBaseline(ScheduleRequest of, Figures baseline) {
        if (of.equals(asked)) {
            progress.baseline(baseline);
        }
    }

    /** Lets no solve run on whose plan nobody waits for. */
    private synchronized void drop() {
        SolveJob left = job;
        job = null;
        if (left != null) {
            left.stop();
        }
    }

    private SolveJob begin(ScheduleRequest request, int seconds) {
        SolveLimits limits = new SolveLimits(Duration.ofSeconds(seconds), 0, config.threads(), config.seed());
        SolveJob solving = scheduler.solve(request, limits, progress::accept);
        synchronized (this) {
            asked = request;
            limitSeconds = seconds;
            beganNanos = System.nanoTime();
            endNanos = beganNanos + TimeUnit.SECONDS.toNanos(seconds);
            job = solving;
        }
        if (stopAsked) {
            solving.stop();
        }
        return solving;
    }

    /** Its plan when it ends, or at its time: after a change the scheduler would give it the whole time again. */
    private Schedule await(SolveJob solving) throws InterruptedException, ExecutionException {
        while (true) {
            long left;
            synchronized (this) {
                left = endNanos - System.nanoTime();
            }
            if (left <= 0) {
                solving.stop();
                return solving.result().get();
            }
            try {
                return solving.result().get(left, TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                log.debug("The time is up, unless an event has put it off");
            }
        }
    }

    /** No change can come any more; what was planned last. */
    private synchronized ScheduleRequest ended() {
        job = null;
        return Objects.requireNonNull(asked);
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
