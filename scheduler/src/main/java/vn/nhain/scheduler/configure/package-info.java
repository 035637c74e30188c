/**
 * Puts the module together by hand: the only package that sees all others. Start reading at {@link
 * vn.nhain.scheduler.configure.SchedulingServices}.
 */
@NullMarked
package vn.nhain.scheduler.configure;

import org.jspecify.annotations.NullMarked;
