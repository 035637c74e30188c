/**
 * JSON as it goes over the wires of simulated machines and into their state files. With {@code scenario} the only package
 * that imports Jackson. Start reading at {@link vn.nhain.simulators.wire.Json}.
 */
@NullMarked
package vn.nhain.simulators.wire;

import org.jspecify.annotations.NullMarked;
