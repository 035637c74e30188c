/**
 * Where readings go, and the worker that empties the spool into it. Start reading at {@link
 * vn.nhain.edge.sink.ReadingSink}. Imports spool, no library.
 */
@NullMarked
package vn.nhain.edge.sink;

import org.jspecify.annotations.NullMarked;
