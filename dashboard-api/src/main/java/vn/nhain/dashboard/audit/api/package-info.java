/**
 * JSON of the audit trail.
 */
@NullMarked
package vn.nhain.dashboard.audit.api;

import org.jspecify.annotations.NullMarked;
