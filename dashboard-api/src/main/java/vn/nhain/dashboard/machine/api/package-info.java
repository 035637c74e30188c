/**
 * JSON of live machines.
 */
@NullMarked
package vn.nhain.dashboard.machine.api;

import org.jspecify.annotations.NullMarked;
