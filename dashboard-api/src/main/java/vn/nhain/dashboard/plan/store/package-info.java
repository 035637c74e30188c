/**
 * Plans and their execution in the business store.
 */
@NullMarked
package vn.nhain.dashboard.plan.store;

import org.jspecify.annotations.NullMarked;
