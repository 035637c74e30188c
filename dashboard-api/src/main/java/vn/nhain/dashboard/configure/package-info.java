/**
 * Builds the object graph by hand: the only package that sees all others and the wall clock. Start reading at {@link
 * vn.nhain.dashboard.configure.Dashboard}.
 */
@NullMarked
package vn.nhain.dashboard.configure;

import org.jspecify.annotations.NullMarked;
