/**
 * What the agent asks of a protocol: deliver values, say who is alive. Start reading at {@link
 * vn.nhain.edge.source.TelemetrySource}. Imports the plant model and nothing else; a new protocol is a new
 * sub-package.
 */
@NullMarked
package vn.nhain.edge.source;

import org.jspecify.annotations.NullMarked;
