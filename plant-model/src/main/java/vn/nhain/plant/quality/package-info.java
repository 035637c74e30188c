/**
 * Quality profiles of orders, and the quality state that a machine must be in to run them.
 */
@NullMarked
package vn.nhain.plant.quality;

import org.jspecify.annotations.NullMarked;
