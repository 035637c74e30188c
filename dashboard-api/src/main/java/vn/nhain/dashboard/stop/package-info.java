/**
 * Reasons that operators give for stops. Start reading at {@link vn.nhain.dashboard.stop.StopService}.
 */
@NullMarked
package vn.nhain.dashboard.stop;

import org.jspecify.annotations.NullMarked;
