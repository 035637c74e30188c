/**
 * Counter boxes and controllers over Modbus TCP, polled: presses that have nothing else. The only package that imports
 * digitalpetri's Modbus library. Start reading at {@link vn.nhain.edge.source.modbus.ModbusSource}.
 */
@NullMarked
package vn.nhain.edge.source.modbus;

import org.jspecify.annotations.NullMarked;
