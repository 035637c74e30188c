package vn.nhain.edge.source.modbus;

import java.nio.ByteBuffer;

/** How registers of 16 bits, most significant byte first, make a number; the order of registers as the name says. */
public enum NumberType {
    UINT16(1, false),
    INT16(1, false),
    /** Most significant register first. */
    UINT32(2, false),
    INT32(2, false),
    FLOAT32(2, false),
    /** Least significant register first. */
    UINT32_LOW_FIRST(2, true),
    INT32_LOW_FIRST(2, true),
    FLOAT32_LOW_FIRST(2, true);

    final int registers;
    private final boolean lowFirst;

    NumberType(int registers, boolean lowFirst) {
        this.registers = registers;
        this.lowFirst = lowFirst;
    }

    /**
     * Decodes.
     *
     * @param bytes two for each register
     * @throws IllegalArgumentException when there are fewer
     */
    double decode(byte[] bytes) {
        if (bytes.length < 2 * registers) {
            throw new IllegalArgumentException(
                    "%d bytes came where %d were asked for".formatted(bytes.length, 2 * registers));
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (registers == 1) {
            return this == INT16 ? buffer.getShort() : buffer.getShort() & 0xffff;
        }
        int bits = buffer.getInt();
        int ordered = lowFirst ? Integer.rotateRight(bits, 16) : bits;
        return switch (this) {
            case FLOAT32, FLOAT32_LOW_FIRST -> Float.intBitsToFloat(ordered);
            case INT32, INT32_LOW_FIRST -> ordered;
            default -> Integer.toUnsignedLong(ordered);
        };
    }

    /** Numbers that a counter of this type takes before it begins again at 0; infinite when it does not. */
    double span() {
        return switch (this) {
            case UINT16 -> 0x1p16;
            case UINT32, UINT32_LOW_FIRST -> 0x1p32;
            default -> Double.POSITIVE_INFINITY;
        };
    }
}
