/**
 * Stop reports over HTTP.
 */
@NullMarked
package vn.nhain.dashboard.stop.http;

import org.jspecify.annotations.NullMarked;
