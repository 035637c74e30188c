/**
 * Problems of any size in the form of the published print-shop benchmark, for tests, benchmarks and measurements of growth.
 * Imports Jackson and nothing of the engine. Start reading at {@link vn.nhain.scheduler.instance.generate.OpsGenerator}.
 */
@NullMarked
package vn.nhain.scheduler.instance.generate;

import org.jspecify.annotations.NullMarked;
