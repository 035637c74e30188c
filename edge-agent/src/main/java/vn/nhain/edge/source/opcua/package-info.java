/**
 * Presses over OPC UA. The only package that imports Eclipse Milo. Start reading at {@link
 * vn.nhain.edge.source.opcua.OpcUaSource}.
 */
@NullMarked
package vn.nhain.edge.source.opcua;

import org.jspecify.annotations.NullMarked;
