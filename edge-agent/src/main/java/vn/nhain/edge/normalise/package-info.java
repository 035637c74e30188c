/**
 * From the vocabularies of devices to the eight states of the product. Pure: no clock, no library. Start reading
 * at {@link vn.nhain.edge.normalise.StateRule}.
 */
@NullMarked
package vn.nhain.edge.normalise;

import org.jspecify.annotations.NullMarked;
