package vn.nhain.dashboard.plan.api;

import org.jspecify.annotations.Nullable;

/**
 * Asks for a plan.
 *
 * @param seconds wall seconds that it may take, 1 to 600
 * @param stability factor on the price of moving work away from the plan in force, 0 to 1000; as configured when left out
 */
public record SolveRequest(int seconds, @Nullable Double stability) {}
