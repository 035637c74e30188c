/**
 * The edge agent: source, pipeline, spool, sinks. Start reading at {@link vn.nhain.edge.configure.EdgeAgent}, which
 * composes the parts; each of them knows only the interfaces of its neighbours.
 */
@NullMarked
package vn.nhain.edge;

import org.jspecify.annotations.NullMarked;
