package vn.nhain.edge.spool;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.zip.CRC32;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.StringDataType;
import vn.nhain.plant.reading.Reading;

/**
 * How a reading lies on disk: the layout, so that a later version can still read it, then the length and the checksum of what
 * follows, since MVStore has none of a page's content. Layout 1 had neither.
 */
final class ReadingType extends BasicDataType<QueuedReading> {
    static final ReadingType INSTANCE = new ReadingType();

    private static final byte LAYOUT = 2;
    private static final byte WITHOUT_CHECKSUM = 1;
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
        int head = buffer.position();
        buffer.put(LAYOUT).putInt(0).putInt(0);
        int start = buffer.position();
        buffer.put((byte) flags);
        StringDataType.INSTANCE.write(buffer, reading.machineId());
        StringDataType.INSTANCE.write(buffer, reading.metric());
        Instant time = reading.sourceTime();
        buffer.putLong(time.getEpochSecond()).putVarInt(time.getNano());
        if (text == null) {
            buffer.putDouble(reading.value());
        } else {
            StringDataType.INSTANCE.write(buffer, text);
        }
        int length = buffer.position() - start;
        buffer.putInt(head + 1, length).putInt(head + 1 + Integer.BYTES, checksum(buffer.getBuffer(), start, length));
    }

    private static int checksum(ByteBuffer bytes, int start, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes.slice(start, length));
        return (int) crc.getValue();
    }

    @Override
    public QueuedReading read(ByteBuffer buffer) {
        byte layout = buffer.get();
        if (layout == LAYOUT) {
            int length = buffer.getInt();
            int checksum = buffer.getInt();
            boolean whole = length >= 0
                    && length <= buffer.remaining()
                    && checksum(buffer, buffer.position(), length) == checksum;
            if (!whole) {
                throw new SpoolException("The spool holds a reading that is damaged.");
            }
        } else if (layout != WITHOUT_CHECKSUM) {
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
