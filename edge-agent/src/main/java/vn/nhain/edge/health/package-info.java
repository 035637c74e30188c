/**
 * What the agent says about itself over HTTP. Start reading at {@link vn.nhain.edge.health.HealthServer}. Imports
 * snapshots of the other parts, never their workers.
 */
@NullMarked
package vn.nhain.edge.health;

import org.jspecify.annotations.NullMarked;
