/**
 * Alarms over HTTP.
 */
@NullMarked
package vn.nhain.dashboard.alarm.http;

import org.jspecify.annotations.NullMarked;
