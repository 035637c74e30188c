/**
 * What is to be scheduled, in dense integers: immutable, no framework, nothing of a plant. Start reading at {@link
 * vn.nhain.scheduler.kernel.problem.Problem}.
 */
@NullMarked
package vn.nhain.scheduler.kernel.problem;

import org.jspecify.annotations.NullMarked;
