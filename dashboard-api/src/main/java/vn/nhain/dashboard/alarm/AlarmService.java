package vn.nhain.dashboard.alarm;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.dashboard.alarm.api.AlarmView;
import vn.nhain.dashboard.audit.AuditLog;
import vn.nhain.dashboard.problem.NotFoundException;

/**
 * Alarms. A cause must be there twice in a row before it is an alarm, and away five times before the alarm is cleared, so
 * that a value at its limit does not ring again and again. Thread-safe.
 */
public final class AlarmService {
    private static final Logger log = LoggerFactory.getLogger(AlarmService.class);
    private static final int SEEN_TO_RAISE = 2;
    private static final int MISSED_TO_CLEAR = 5;

    private final AlarmRepository repository;
    private final List<AlarmRule> rules;
    private final AuditLog audit;
    private final Clock plantClock;
    /** By cause; what the store holds as active. */
    private final Map<String, AlarmView> active = new HashMap<>();

    private final Map<String, Integer> seen = new HashMap<>();
    private final Map<String, Integer> missed = new HashMap<>();

    public AlarmService(AlarmRepository repository, List<AlarmRule> rules, AuditLog audit, Clock plantClock) {
        this.repository = repository;
        this.rules = List.copyOf(rules);
        this.audit = audit;
        this.plantClock = plantClock;
        reload();
    }

    /** Alarms whose cause is there, the newest first. */
    public List<AlarmView> listActive() {
        return repository.listActive();
    }

    /** The last alarms, cleared ones too, the newest first. */
    public List<AlarmView> listNewest(int limit) {
        return repository.listNewest(limit);
    }

    /** Alarms whose cause is there and that nobody has seen. */
    public synchronized int countUnacknowledged() {
        return (int)
                active.values().stream().filter(a -> a.acknowledgedBy() == null).count();
    }

    /**
     * Somebody has seen it.
     *
     * @throws NotFoundException when there is no such alarm
     */
    public synchronized void acknowledge(String id, String who) {
        long number;
        try {
            number = Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw NotFoundException.of("alarm", id);
        }
        if (!repository.acknowledge(number, plantClock.instant(), who)) {
            throw NotFoundException.of("alarm", id);
        }
        audit.record(who, "alarm.acknowledge", "alarm " + id, "", "");
        reload();
    }

    /** Asks every rule; to be called on a beat. */
    public synchronized void tick() {
        Map<String, Condition> now = new LinkedHashMap<>();
        for (AlarmRule rule : rules) {
            rule.conditions().forEach(c -> now.putIfAbsent(c.cause(), c));
        }
        boolean changed = false;
        for (Condition condition : now.values()) {
            changed |= there(condition);
        }
        seen.keySet().retainAll(now.keySet());
        for (AlarmView alarm : List.copyOf(active.values())) {
            changed |= !now.containsKey(alarm.cause()) && gone(alarm);
        }
        if (changed) {
            reload();
        }
    }

    private boolean there(Condition condition) {
        missed.remove(condition.cause());
        AlarmView known = active.get(condition.cause());
        if (known == null) {
            if (seen.merge(condition.cause(), 1, Integer::sum) < SEEN_TO_RAISE) {
                return false;
            }
            repository.raise(condition, plantClock.instant());
            log.info("Alarm {}: {}", condition.cause(), condition.en());
            return true;
        }
        if (known.en().equals(condition.en())) {
            return false;
        }
        repository.reword(Long.parseLong(known.id()), condition);
        return true;
    }

    private boolean gone(AlarmView alarm) {
        if (missed.merge(alarm.cause(), 1, Integer::sum) < MISSED_TO_CLEAR) {
            return false;
        }
        missed.remove(alarm.cause());
        repository.clear(Long.parseLong(alarm.id()), plantClock.instant());
        return true;
    }

    private void reload() {
        active.clear();
        repository.listActive().forEach(a -> active.put(a.cause(), a));
    }
}
