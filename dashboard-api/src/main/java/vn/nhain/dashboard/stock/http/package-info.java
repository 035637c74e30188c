/**
 * Stock over HTTP.
 */
@NullMarked
package vn.nhain.dashboard.stock.http;

import org.jspecify.annotations.NullMarked;
