package vn.nhain.edge.source.opcua;

import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;

/** One variable of a machine and the metric that it is. */
record Tag(String metric, NodeId nodeId) {}
