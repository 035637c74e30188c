/**
 * Login and logout over HTTP.
 */
@NullMarked
package vn.nhain.dashboard.session.http;

import org.jspecify.annotations.NullMarked;
