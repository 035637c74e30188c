package vn.nhain.dashboard.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.dashboard.alarm.Consequences;
import vn.nhain.dashboard.audit.AuditLog;
import vn.nhain.dashboard.machine.LiveMachines;
import vn.nhain.dashboard.machine.MachineSnapshot;
import vn.nhain.dashboard.machine.QualityStates;
import vn.nhain.dashboard.problem.ConflictException;
import vn.nhain.dashboard.setting.Settings;
import vn.nhain.plant.machine.MachineState;
import vn.nhain.plant.quality.QualityState;

/**
 * What happens without a planner when auto-release is on: a finished plan goes into force, and an event calls for a new one.
 * When it is off, nothing does: machine proposes, human decides. Thread-safe.
 */
public final class Automation {
    private static final Logger log = LoggerFactory.getLogger(Automation.class);
    private static final String SWITCH = "autoRelease";
    private static final String WHO = "auto-release";
    /** Events that come close together make one plan; wall time. */
    private static final Duration PAUSE = Duration.ofSeconds(15);
    /** A running solve takes an event at once; those that come within this wall time together. */
    private static final Duration CHANGE_PAUSE = Duration.ofSeconds(2);
    /** Orders slip late one after the other: one plan a minute takes them together. */
    private static final Duration LATE_PAUSE = Duration.ofSeconds(60);

    private final Settings settings;
    private final SolveService solves;
    private final PlanBook plans;
    private final List<EventWatch> watches;
    private final AuditLog audit;
    private final InstantSource wall;
    private final int replanSeconds;
    private volatile boolean on;
    private @Nullable String wanted;
    private Duration pause = PAUSE;
    private Instant lastReplan = Instant.MIN;

    public Automation(
            Settings settings,
            SolveService solves,
            PlanBook plans,
            LiveMachines live,
            QualityStates quality,
            Consequences consequences,
            AuditLog audit,
            InstantSource wall,
            int replanSeconds) {
        this.settings = settings;
        this.solves = solves;
        this.plans = plans;
        this.watches = List.of(
                new EventWatch("machines down", true, PAUSE, () -> down(live)),
                new EventWatch("colour out of tolerance", true, PAUSE, () -> red(quality)),
                new EventWatch("orders that will be late", false, LATE_PAUSE, () -> late(consequences)));
        this.audit = audit;
        this.wall = wall;
        this.replanSeconds = replanSeconds;
        this.on = settings.flag(SWITCH, false);
        solves.onDraft(this::drafted);
    }

    /** Whether finished plans go into force by themselves. */
    public boolean isOn() {
        return on;
    }

    /** Switches it. */
    public void set(boolean next, String who) {
        boolean before = on;
        on = next;
        settings.setFlag(SWITCH, next);
        if (before != next) {
            audit.record(who, "autoRelease", "plan", Boolean.toString(before), Boolean.toString(next));
        }
    }

    /** Switches it unless somebody has switched it before. */
    public void setUnlessSet(boolean next) {
        on = settings.flag(SWITCH, next);
    }

    /** Something happened that the plan in force does not know. */
    public synchronized void event(String what) {
        want(what, PAUSE);
    }

    /**
     * Looks for events that the plan in force does not know. A running solve takes one; without a solve, and when auto-release
     * is on, one is begun. To be called on a beat.
     */
    public synchronized void tick() {
        for (EventWatch watch : watches) {
            watch.look().ifPresent(news -> want(news, watch.pause()));
        }
        String what = wanted;
        boolean running = solves.isRunning();
        boolean mayPlan = on && plans.findReleased().isPresent();
        if (what == null || !(running || mayPlan)) {
            return;
        }
        Instant now = wall.instant();
        if (lastReplan.isAfter(now.minus(running && pause.equals(PAUSE) ? CHANGE_PAUSE : pause))) {
            return;
        }
        if (running) {
            change(what, now);
        } else {
            plan(what, now);
        }
    }

    /** The running solve takes the event, whoever asked for it: a draft that does not know it would be of no use. */
    private void change(String what, Instant now) {
        if (solves.change()) {
            lastReplan = now;
            wanted = null;
            log.info("The running solve takes {}", what);
        }
    }

    private void plan(String what, Instant now) {
        lastReplan = now;
        wanted = null;
        log.info("Planning again because of {}", what);
        try {
            solves.start(replanSeconds, WHO);
        } catch (ConflictException e) {
            wanted = what; // somebody was quicker
        }
    }

    private void want(String what, Duration atLeast) {
        pause = wanted == null || atLeast.compareTo(pause) < 0 ? atLeast : pause;
        wanted = what;
    }

    private static Set<String> down(LiveMachines live) {
        return live.list().stream()
                .filter(m -> m.state() == MachineState.DOWN)
                .map(MachineSnapshot::machineId)
                .collect(Collectors.toSet());
    }

    private static Set<String> red(QualityStates quality) {
        return quality.judged().entrySet().stream()
                .filter(e -> e.getValue() == QualityState.RED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<String> late(Consequences consequences) {
        return consequences.newlyLateByMachine().values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }

    private void drafted(PlanVersion draft) {
        if (on) {
            try {
                plans.release(draft.version(), WHO);
            } catch (ConflictException e) {
                log.info("Plan {} was not released: {}", draft.version(), e.getMessage());
            }
        }
    }
}
