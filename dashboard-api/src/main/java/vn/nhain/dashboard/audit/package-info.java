/**
 * Who changed what, when, from what, to what. Start reading at {@link vn.nhain.dashboard.audit.AuditLog}.
 */
@NullMarked
package vn.nhain.dashboard.audit;

import org.jspecify.annotations.NullMarked;
