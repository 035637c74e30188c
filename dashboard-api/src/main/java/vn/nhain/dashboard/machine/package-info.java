/**
 * What every machine does now. Fed by {@code sparkplug}; knows nothing of transports, stores or plans. Start reading at {@link
 * vn.nhain.dashboard.machine.LiveMachines}.
 */
@NullMarked
package vn.nhain.dashboard.machine;

import org.jspecify.annotations.NullMarked;
