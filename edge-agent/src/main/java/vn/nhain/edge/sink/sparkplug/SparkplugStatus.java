package vn.nhain.edge.sink.sparkplug;

import vn.nhain.edge.connection.ConnectionState;

/**
 * How the node is doing, for the health page.
 *
 * @param state its connection
 * @param bornDevices devices whose birth is out
 * @param messages messages published
 * @param dropped readings that were not published because too many waited
 */
public record SparkplugStatus(ConnectionState state, int bornDevices, long messages, long dropped) {}
