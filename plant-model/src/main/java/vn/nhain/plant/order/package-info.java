/**
 * Customer orders, their parts and operations, and the gates that must be open before work may start.
 */
@NullMarked
package vn.nhain.plant.order;

import org.jspecify.annotations.NullMarked;
