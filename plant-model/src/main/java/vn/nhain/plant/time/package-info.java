/**
 * Plant time: the real clock in a plant, an accelerated one in a demonstration.
 */
@NullMarked
package vn.nhain.plant.time;

import org.jspecify.annotations.NullMarked;
