/**
 * What a published plan costs and which constraints it keeps, worked out a second time: OptaPlanner's Constraint Streams over
 * the rows of the plan and the facts of the request, with a justification for every part of every line. Shares no arithmetic
 * with the engine: it sees the plant model, {@code scheduler.api}, the words, and what the independent checker knows of
 * setups and paper. Tests hold it equal to the engine's score. Start reading at {@link
 * vn.nhain.scheduler.explain.PlanConstraints}; {@link vn.nhain.scheduler.explain.PlanExplainer} is what others call.
 */
@NullMarked
package vn.nhain.scheduler.explain;

import org.jspecify.annotations.NullMarked;
