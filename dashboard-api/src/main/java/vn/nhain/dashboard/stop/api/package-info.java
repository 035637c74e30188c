/**
 * JSON of stop reports.
 */
@NullMarked
package vn.nhain.dashboard.stop.api;

import org.jspecify.annotations.NullMarked;
