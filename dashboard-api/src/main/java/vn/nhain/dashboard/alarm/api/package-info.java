/**
 * JSON of alarms.
 */
@NullMarked
package vn.nhain.dashboard.alarm.api;

import org.jspecify.annotations.NullMarked;
