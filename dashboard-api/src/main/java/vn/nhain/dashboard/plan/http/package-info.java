/**
 * Plans over HTTP.
 */
@NullMarked
package vn.nhain.dashboard.plan.http;

import org.jspecify.annotations.NullMarked;
