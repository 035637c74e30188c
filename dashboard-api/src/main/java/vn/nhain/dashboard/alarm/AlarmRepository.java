package vn.nhain.dashboard.alarm;

import java.time.Instant;
import java.util.List;
import vn.nhain.dashboard.alarm.api.AlarmView;

/** Alarms. Implementations are thread-safe. */
public interface AlarmRepository {
    /** Alarms whose cause is there, the newest first. */
    List<AlarmView> listActive();

    /** The last alarms, cleared ones too, the newest first. */
    List<AlarmView> listNewest(int limit);

    /** Adds an alarm and returns its id. */
    long raise(Condition condition, Instant at);

    /** Says anew what it is. */
    void reword(long id, Condition condition);

    /** Its cause is gone. */
    void clear(long id, Instant at);

    /** Somebody has seen it; false when there is no such alarm. */
    boolean acknowledge(long id, Instant at, String who);
}
