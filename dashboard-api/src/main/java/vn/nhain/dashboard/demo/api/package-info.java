/**
 * JSON of the demonstration's buttons.
 */
@NullMarked
package vn.nhain.dashboard.demo.api;

import org.jspecify.annotations.NullMarked;
