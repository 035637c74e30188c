/**
 * Backoff, states of a connection, sockets. Shared by everything that connects. Start reading at {@link
 * vn.nhain.edge.connection.ConnectionState}.
 */
@NullMarked
package vn.nhain.edge.connection;

import org.jspecify.annotations.NullMarked;
