package vn.nhain.edge.broker;

/** A payload on its way; whoever holds it does not change it. */
public final class Bytes {
    static final Bytes NONE = new Bytes(new byte[0]);

    private final byte[] array;

    private Bytes(byte[] array) {
        this.array = array;
    }

    /** Wraps, without copying. */
    public static Bytes of(byte[] array) {
        return new Bytes(array);
    }

    public byte[] array() {
        return array;
    }

    @Override
    public String toString() {
        return "%d bytes".formatted(array.length);
    }
}
