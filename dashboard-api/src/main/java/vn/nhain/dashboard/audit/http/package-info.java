/**
 * The audit trail over HTTP.
 */
@NullMarked
package vn.nhain.dashboard.audit.http;

import org.jspecify.annotations.NullMarked;
