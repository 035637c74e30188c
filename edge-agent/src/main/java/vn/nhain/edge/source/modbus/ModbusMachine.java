package vn.nhain.edge.source.modbus;

import java.time.Duration;
import java.util.List;

/**
 * One box.
 *
 * @param machineId the machine that it counts for
 * @param host name or address
 * @param port TCP port
 * @param unit Modbus unit, 0 to 255
 * @param items what is read
 * @param interval from the end of one poll to the next
 * @param timeout for connecting and for each request
 * @param firstPause pause after a first failed attempt
 * @param longestPause no pause is longer
 */
public record ModbusMachine(
        String machineId,
        String host,
        int port,
        int unit,
        List<ModbusItem> items,
        Duration interval,
        Duration timeout,
        Duration firstPause,
        Duration longestPause) {
    public ModbusMachine {
        items = List.copyOf(items);
    }
}
