/**
 * Machines as the plant file describes them: what they can take, how fast they are, what a change-over costs.
 */
@NullMarked
package vn.nhain.plant.machine;

import org.jspecify.annotations.NullMarked;
