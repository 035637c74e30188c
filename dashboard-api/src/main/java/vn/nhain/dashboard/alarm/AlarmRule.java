package vn.nhain.dashboard.alarm;

import java.util.List;

/** Finds what is wrong; asked once a second, must be quick. */
public interface AlarmRule {
    /** Everything of its kind that is wrong now. */
    List<Condition> conditions();
}
