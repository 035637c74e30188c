/**
 * The demonstration's buttons over HTTP.
 */
@NullMarked
package vn.nhain.dashboard.demo.http;

import org.jspecify.annotations.NullMarked;
