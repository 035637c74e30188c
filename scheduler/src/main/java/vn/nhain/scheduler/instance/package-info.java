/**
 * Problem and plan files of published benchmarks. One of the packages that import Jackson. Start reading at {@link
 * vn.nhain.scheduler.instance.Instance}.
 */
@NullMarked
package vn.nhain.scheduler.instance;

import org.jspecify.annotations.NullMarked;
