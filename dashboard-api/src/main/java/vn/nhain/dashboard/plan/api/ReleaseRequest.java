package vn.nhain.dashboard.plan.api;

/**
 * Puts a plan into force.
 *
 * @param version number of the newest draft
 */
public record ReleaseRequest(int version) {}
