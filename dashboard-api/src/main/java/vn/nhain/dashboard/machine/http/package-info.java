/**
 * Live machines over HTTP.
 */
@NullMarked
package vn.nhain.dashboard.machine.http;

import org.jspecify.annotations.NullMarked;
