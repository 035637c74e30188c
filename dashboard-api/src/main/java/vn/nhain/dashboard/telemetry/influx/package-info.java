/**
 * An InfluxDB elsewhere, read by InfluxQL. The only package that imports its client.
 */
@NullMarked
package vn.nhain.dashboard.telemetry.influx;

import org.jspecify.annotations.NullMarked;
