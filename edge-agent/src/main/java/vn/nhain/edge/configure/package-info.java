/**
 * The only package that sees all others: builds the object graph by hand and runs it. Start reading at {@link
 * vn.nhain.edge.configure.EdgeAgent}.
 */
@NullMarked
package vn.nhain.edge.configure;

import org.jspecify.annotations.NullMarked;
