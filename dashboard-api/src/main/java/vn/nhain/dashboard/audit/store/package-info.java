/**
 * The audit trail in the business store.
 */
@NullMarked
package vn.nhain.dashboard.audit.store;

import org.jspecify.annotations.NullMarked;
