package vn.nhain.dashboard.plan;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Looks at one kind of trouble and notices when it changes. What is there at the first look is no news: the plan in force
 * may know it. Not thread-safe.
 */
final class EventWatch {
    private final String what;
    private final boolean recoveryCounts;
    private final Duration pause;
    private final Supplier<Set<String>> troubled;
    private Set<String> before = Set.of();
    private boolean looked;

    /**
     * @param what for the log, such as {@code machines down}
     * @param recoveryCounts whether less trouble is news too
     * @param pause wall time at least between the plan before and one that this asks for
     * @param troubled what is in trouble now
     */
    EventWatch(String what, boolean recoveryCounts, Duration pause, Supplier<Set<String>> troubled) {
        this.what = what;
        this.recoveryCounts = recoveryCounts;
        this.pause = pause;
        this.troubled = troubled;
    }

    /** What is new since the last look, in words. */
    Optional<String> look() {
        Set<String> now = new HashSet<>(troubled.get());
        boolean news = recoveryCounts ? !now.equals(before) : !before.containsAll(now);
        boolean first = !looked;
        looked = true;
        before = now;
        return news && !first ? Optional.of(what + ": " + now) : Optional.empty();
    }

    Duration pause() {
        return pause;
    }
}
