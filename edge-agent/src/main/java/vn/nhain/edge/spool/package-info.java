/**
 * The durable queue between machines and store, and the counters that prove it. The only package that imports
 * H2's MVStore. Start reading at {@link vn.nhain.edge.spool.ReadingSpool}.
 */
@NullMarked
package vn.nhain.edge.spool;

import org.jspecify.annotations.NullMarked;
