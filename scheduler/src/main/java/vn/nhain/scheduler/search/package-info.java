/**
 * The solve loop as the rest of the module sees it: limits, progress and the best assignment. Knows no framework. Start
 * reading at {@link vn.nhain.scheduler.search.Solver}.
 */
@NullMarked
package vn.nhain.scheduler.search;

import org.jspecify.annotations.NullMarked;
