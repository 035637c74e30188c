/**
 * Composes the simulated plant: one machine model, station and endpoint for each machine of the plant file, the control
 * port and the scenario. Imports all other packages of the simulators, but for {@code broker}, {@code demo} and {@code
 * order}. Start reading at {@link vn.nhain.simulators.configure.SimulatedPlant}.
 */
@NullMarked
package vn.nhain.simulators.configure;

import org.jspecify.annotations.NullMarked;
