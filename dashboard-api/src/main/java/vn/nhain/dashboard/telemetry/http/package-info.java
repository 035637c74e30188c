/**
 * History over HTTP.
 */
@NullMarked
package vn.nhain.dashboard.telemetry.http;

import org.jspecify.annotations.NullMarked;
