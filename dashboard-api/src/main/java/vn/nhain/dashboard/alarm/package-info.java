/**
 * What needs somebody: one alarm per root cause, raised and cleared with hysteresis, acknowledged by name. Start reading at
 * {@link vn.nhain.dashboard.alarm.AlarmService}.
 */
@NullMarked
package vn.nhain.dashboard.alarm;

import org.jspecify.annotations.NullMarked;
