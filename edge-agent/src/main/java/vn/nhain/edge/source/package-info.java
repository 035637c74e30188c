/**
 * What the agent asks of a protocol: read its section of the configuration, deliver values, say who is alive. Start
 * reading at {@link vn.nhain.edge.source.TelemetrySource}, then {@link vn.nhain.edge.source.SourceType}. Imports the plant
 * model and {@link vn.nhain.edge.keys}; a new protocol is a new sub-package with a {@code SourceType} and changes nothing
 * else.
 */
@NullMarked
package vn.nhain.edge.source;

import org.jspecify.annotations.NullMarked;
