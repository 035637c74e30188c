package vn.nhain.edge.source;

import java.nio.file.Path;

/**
 * The agent that a source belongs to.
 *
 * @param plantId the plant
 * @param agentId the agent, unique in the plant
 * @param dataDir folder in which a source may keep what has to survive a restart
 */
public record Owner(String plantId, String agentId, Path dataDir) {}
