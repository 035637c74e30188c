/**
 * Every value takes this one way: validate, normalise, suppress what says nothing new, hand over to the spool.
 * Start reading at {@link vn.nhain.edge.pipeline.Pipeline}. Imports the interfaces of source, spool and sink, no
 * library.
 */
@NullMarked
package vn.nhain.edge.pipeline;

import org.jspecify.annotations.NullMarked;
