/**
 * A simulated machine with its connection and its memory: the model of {@code press} behind a lock, the {@link
 * vn.nhain.simulators.station.Endpoint} that publishes it, and the file that keeps it over a restart. Imports the plant
 * model, {@code press} and {@code wire}. Start reading at {@link vn.nhain.simulators.station.Station}.
 */
@NullMarked
package vn.nhain.simulators.station;

import org.jspecify.annotations.NullMarked;
