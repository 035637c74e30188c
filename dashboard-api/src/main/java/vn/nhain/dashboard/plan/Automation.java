package vn.nhain.dashboard.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.dashboard.audit.AuditLog;
import vn.nhain.dashboard.machine.LiveMachines;
import vn.nhain.dashboard.machine.MachineSnapshot;
import vn.nhain.dashboard.problem.ConflictException;
import vn.nhain.dashboard.setting.Settings;
import vn.nhain.plant.machine.MachineState;

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

    private final Settings settings;
    private final SolveService solves;
    private final PlanBook plans;
    private final LiveMachines live;
    private final AuditLog audit;
    private final InstantSource wall;
    private final int replanSeconds;
    private volatile boolean on;
    private Set<String> down = new HashSet<>();
    private boolean downKnown;
    private @Nullable String wanted;
    private Instant lastReplan = Instant.MIN;

    public Automation(
            Settings settings,
            SolveService solves,
            PlanBook plans,
            LiveMachines live,
            AuditLog audit,
            InstantSource wall,
            int replanSeconds) {
        this.settings = settings;
        this.solves = solves;
        this.plans = plans;
        this.live = live;
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
        wanted = what;
    }

    /** Looks for machines that broke or came back, and plans when something has happened; to be called on a beat. */
    public synchronized void tick() {
        Set<String> downNow = live.list().stream()
                .filter(m -> m.state() == MachineState.DOWN)
                .map(MachineSnapshot::machineId)
                .collect(Collectors.toSet());
        if (downKnown && !downNow.equals(down)) {
            wanted = "machines down: " + downNow;
        }
        downKnown = true;
        down = downNow;
        String what = wanted;
        if (what == null || !on || plans.findReleased().isEmpty() || solves.isRunning()) {
            return;
        }
        Instant now = wall.instant();
        if (lastReplan.isAfter(now.minus(PAUSE))) {
            return;
        }
        lastReplan = now;
        wanted = null;
        log.info("Planning again because of {}", what);
        try {
            solves.start(replanSeconds, WHO);
        } catch (ConflictException e) {
            wanted = what; // somebody was quicker
        }
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
