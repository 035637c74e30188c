/**
 * Paper in the store and on its way.
 */
@NullMarked
package vn.nhain.dashboard.stock;

import org.jspecify.annotations.NullMarked;
