/**
 * Switches in the business store.
 */
@NullMarked
package vn.nhain.dashboard.setting.store;

import org.jspecify.annotations.NullMarked;
