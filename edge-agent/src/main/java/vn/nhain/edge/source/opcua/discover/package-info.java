/**
 * Finds the variables of a server that nobody has mapped yet and writes the mapping. Imports {@code connect} and Eclipse
 * Milo. Start reading at {@link vn.nhain.edge.source.opcua.discover.TagDiscovery}.
 */
@NullMarked
package vn.nhain.edge.source.opcua.discover;

import org.jspecify.annotations.NullMarked;
