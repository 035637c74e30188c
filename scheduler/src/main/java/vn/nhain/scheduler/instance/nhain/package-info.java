/**
 * Problem files of format {@code nhain}: a plant, its orders, its stock and the time from which to plan, in YAML or JSON as
 * {@code docs/reference/problem-file.schema.json} describes it; and plans as JSON. One of the packages that import Jackson.
 * Start reading at {@link vn.nhain.scheduler.instance.nhain.ProblemFile}.
 */
@NullMarked
package vn.nhain.scheduler.instance.nhain;

import org.jspecify.annotations.NullMarked;
