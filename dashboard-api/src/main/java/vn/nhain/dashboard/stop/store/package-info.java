/**
 * Stop reports in the business store.
 */
@NullMarked
package vn.nhain.dashboard.stop.store;

import org.jspecify.annotations.NullMarked;
