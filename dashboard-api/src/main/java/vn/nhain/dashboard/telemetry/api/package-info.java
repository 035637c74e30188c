/**
 * JSON of history.
 */
@NullMarked
package vn.nhain.dashboard.telemetry.api;

import org.jspecify.annotations.NullMarked;
