/**
 * Paper and other stock: what it is, what lies in the store, what is on its way.
 */
@NullMarked
package vn.nhain.plant.material;

import org.jspecify.annotations.NullMarked;
