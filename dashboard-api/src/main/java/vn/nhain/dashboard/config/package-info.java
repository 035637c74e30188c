/**
 * Configuration: one record a concern, defaults in code. Start reading at {@link vn.nhain.dashboard.config.DashboardConfig}.
 */
@NullMarked
package vn.nhain.dashboard.config;

import org.jspecify.annotations.NullMarked;
