/**
 * The life of a plan: solve, versions, release, execution on the floor. Imports {@code machine}, {@code order}, {@code
 * stock}, {@code audit} and the scheduler's api. Start reading at {@link vn.nhain.dashboard.plan.PlanService}.
 */
@NullMarked
package vn.nhain.dashboard.plan;

import org.jspecify.annotations.NullMarked;
