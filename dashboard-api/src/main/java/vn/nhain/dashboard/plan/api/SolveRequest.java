package vn.nhain.dashboard.plan.api;

/**
 * Asks for a plan.
 *
 * @param seconds wall seconds that it may take, 1 to 600
 */
public record SolveRequest(int seconds) {}
