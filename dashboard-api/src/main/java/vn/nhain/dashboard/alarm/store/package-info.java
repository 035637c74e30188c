/**
 * Alarms in the business store.
 */
@NullMarked
package vn.nhain.dashboard.alarm.store;

import org.jspecify.annotations.NullMarked;
