/**
 * How a client of an OPC UA server is made: endpoint, keys and certificates, trust, identity. Imports Eclipse Milo; nobody
 * outside {@code source.opcua} sees its types through this package but for {@link
 * vn.nhain.edge.source.opcua.connect.Connector}. Start reading at {@link vn.nhain.edge.source.opcua.connect.Connector}.
 */
@NullMarked
package vn.nhain.edge.source.opcua.connect;

import org.jspecify.annotations.NullMarked;
