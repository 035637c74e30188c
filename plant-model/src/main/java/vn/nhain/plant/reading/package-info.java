/**
 * Telemetry: one value of one metric of one machine at one instant.
 */
@NullMarked
package vn.nhain.plant.reading;

import org.jspecify.annotations.NullMarked;
