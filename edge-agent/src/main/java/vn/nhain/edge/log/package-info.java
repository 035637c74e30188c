/**
 * Logging of what may repeat for ever. Imports SLF4J and nothing of ours. Start reading at {@link
 * vn.nhain.edge.log.Repeats}.
 */
@NullMarked
package vn.nhain.edge.log;

import org.jspecify.annotations.NullMarked;
