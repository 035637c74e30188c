/**
 * The independent checker: reads a problem file and a plan file with readers of its own, counts everything again by brute
 * force, and names every violated constraint. Imports the plant model and Jackson, and nothing of the engine: that is what
 * its word is worth. Start reading at {@link vn.nhain.scheduler.check.PlanChecker}.
 */
@NullMarked
package vn.nhain.scheduler.check;

import org.jspecify.annotations.NullMarked;
