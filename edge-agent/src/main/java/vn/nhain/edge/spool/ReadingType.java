package vn.nhain.edge.spool;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.StringDataType;
import vn.nhain.plant.reading.Reading;

/** How a reading lies on disk. The first byte is the layout, so that a later version can still read it. */
final class ReadingType extends BasicDataType<QueuedReading> {
    static final ReadingType INSTANCE = new ReadingType();

    private static final byte LAYOUT = 1;
    private static final int TEXT = 4;
    private static final int REPLACEMENT = 8;

    private ReadingType() {}

    @Override
    public int getMemory(QueuedReading queued) {
        String text = queued.reading().text();
        return 160 + (text == null ? 0 : 2 * text.length());
    }

    @Override
    public void write(WriteBuffer buffer, QueuedReading queued) {
        Reading reading = queued.reading();
        String text = reading.text();
        int flags = QualityCode.of(reading.quality())
                | (text == null ? 0 : TEXT)
                | (queued.replacement() ? REPLACEMENT : 0);
        buffer.put(LAYOUT).put((byte) flags);
        StringDataType.INSTANCE.write(buffer, reading.machineId());
        StringDataType.INSTANCE.write(buffer, reading.metric());
        Instant time = reading.sourceTime();
        buffer.putLong(time.getEpochSecond()).putVarInt(time.getNano());
        if (text == null) {
            buffer.putDouble(reading.value());
        } else {
            StringDataType.INSTANCE.write(buffer, text);
        }
    }

    @Override
    public QueuedReading read(ByteBuffer buffer) {
        byte layout = buffer.get();
        if (layout != LAYOUT) {
            throw new SpoolException(
                    "The spool holds a reading of layout (%d), this version knows (%d).\nStart the version that wrote it until it is drained."
                            .formatted(layout, LAYOUT));
        }
        int flags = buffer.get();
        String machine = StringDataType.INSTANCE.read(buffer);
        String metric = StringDataType.INSTANCE.read(buffer);
        Instant time = Instant.ofEpochSecond(buffer.getLong(), DataUtils.readVarInt(buffer));
        boolean text = (flags & TEXT) != 0;
        double value = text ? Double.NaN : buffer.getDouble();
        Reading reading = new Reading(
                machine.intern(),
                metric.intern(),
                value,
                text ? StringDataType.INSTANCE.read(buffer) : null,
                QualityCode.quality(flags),
                time);
        return new QueuedReading((flags & REPLACEMENT) != 0, reading);
    }

    @Override
    public QueuedReading[] createStorage(int size) {
        return new QueuedReading[size];
    }
}
