package vn.nhain.simulators.mqtt;

import java.util.Map;

/**
 * A telemetry message.
 *
 * @param ts plant time, ISO 8601 UTC
 * @param values numbers and texts by metric id
 */
record TelemetryMessage(String ts, Map<String, Object> values) {}
