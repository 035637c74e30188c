/**
 * The control port of the simulated plant: HTTP on loopback, to look at machines from outside and to break them. Never
 * reached through the edge. Imports {@code station} and {@code wire}. Start reading at {@link
 * vn.nhain.simulators.control.ControlPort}.
 */
@NullMarked
package vn.nhain.simulators.control;

import org.jspecify.annotations.NullMarked;
