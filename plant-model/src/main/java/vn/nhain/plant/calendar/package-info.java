/**
 * When machines and crews work, and what electricity costs by the hour.
 */
@NullMarked
package vn.nhain.plant.calendar;

import org.jspecify.annotations.NullMarked;
