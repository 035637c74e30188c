/**
 * JSON of sessions.
 */
@NullMarked
package vn.nhain.dashboard.session.api;

import org.jspecify.annotations.NullMarked;
