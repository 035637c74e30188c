/**
 * What the machines did: one port, two dialects. Start reading at {@link vn.nhain.dashboard.telemetry.TelemetryStore}.
 */
@NullMarked
package vn.nhain.dashboard.telemetry;

import org.jspecify.annotations.NullMarked;
