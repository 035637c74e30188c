/**
 * JMH benchmarks of the hot operations of the search, on generated print-shop problems in the middle of a search. May import the
 * JDK, JMH, and of the scheduler {@code kernel} and {@code instance}. docs/benchmarks.md has the command and the numbers. Start
 * reading at {@link vn.nhain.scheduler.bench.micro.HotOperations}.
 */
@NullMarked
package vn.nhain.scheduler.bench.micro;

import org.jspecify.annotations.NullMarked;
