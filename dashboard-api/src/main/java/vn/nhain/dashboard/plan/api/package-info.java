/**
 * JSON of plans.
 */
@NullMarked
package vn.nhain.dashboard.plan.api;

import org.jspecify.annotations.NullMarked;
