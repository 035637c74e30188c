package vn.nhain.edge.source.modbus;

import vn.nhain.edge.source.ValueMapping;

/**
 * Where a box has one metric.
 *
 * @param metric the metric
 * @param table which of the four tables
 * @param address address in the table, counted from 0
 * @param type how registers are read; not used for the tables of bits
 * @param mapping what becomes of the number
 */
public record ModbusItem(String metric, Table table, int address, NumberType type, ValueMapping mapping) {
    /** The tables of a Modbus device. */
    public enum Table {
        /** Registers that the device may also take. Only read here. */
        HOLDING,
        /** Registers that it only gives. */
        INPUT,
        /** Bits that it may also take. Only read here. */
        COIL,
        /** Bits that it only gives. */
        DISCRETE
    }
}
