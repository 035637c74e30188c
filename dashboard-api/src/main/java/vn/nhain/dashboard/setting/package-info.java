/**
 * Switches that survive a restart.
 */
@NullMarked
package vn.nhain.dashboard.setting;

import org.jspecify.annotations.NullMarked;
