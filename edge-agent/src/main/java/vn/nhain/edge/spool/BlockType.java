package vn.nhain.edge.spool;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.StringDataType;
import vn.nhain.plant.reading.Reading;

/**
 * How a block lies on disk: the layout, so that a later version can still read it, then the length and the checksum of what
 * follows, since MVStore has none of a page's content. What follows names each series once and then has some twenty bytes a
 * reading. A block needs nothing but itself to be read. Layouts 1 and 2 were single readings.
 */
final class BlockType extends BasicDataType<Block> {
    static final BlockType INSTANCE = new BlockType();

    private static final byte LAYOUT = 3;
    private static final int TEXT = 4;
    private static final int REPLACEMENT = 8;
    private static final int BYTES_IN_MEMORY = 112;
    /** More than a reading takes at least, so that a wrong count does not ask for all memory. */
    private static final int LEAST_BYTES = 5;

    private BlockType() {}

    private record Series(String machineId, String metric) {}

    @Override
    public int getMemory(Block block) {
        int bytes = 64 + BYTES_IN_MEMORY * block.size();
        for (SpooledReading spooled : block.readings()) {
            String text = spooled.reading().text();
            bytes += text == null ? 0 : 2 * text.length();
        }
        return bytes;
    }

    @Override
    public void write(WriteBuffer buffer, Block block) {
        int head = buffer.position();
        buffer.put(LAYOUT).putInt(0).putInt(0);
        int start = buffer.position();
        buffer.putVarInt(block.size());
        Map<Series, Integer> numberBySeries = new HashMap<>();
        long place = 0;
        long second = 0;
        for (SpooledReading spooled : block.readings()) {
            Reading reading = spooled.reading();
            Instant time = reading.sourceTime();
            String text = reading.text();
            buffer.put((byte) (QualityCode.of(reading.quality())
                            | (text == null ? 0 : TEXT)
                            | (spooled.replacement() ? REPLACEMENT : 0)))
                    .putVarLong(spooled.sequence() - place);
            writeSeries(buffer, new Series(reading.machineId(), reading.metric()), numberBySeries);
            buffer.putVarLong(zigzag(time.getEpochSecond() - second)).putVarInt(time.getNano());
            if (text == null) {
                buffer.putDouble(reading.value());
            } else {
                StringDataType.INSTANCE.write(buffer, text);
            }
            place = spooled.sequence();
            second = time.getEpochSecond();
        }
        int length = buffer.position() - start;
        buffer.putInt(head + 1, length).putInt(head + 1 + Integer.BYTES, checksum(buffer.getBuffer(), start, length));
    }

    /** A number that has not occurred yet is followed by the names. */
    private static void writeSeries(WriteBuffer buffer, Series series, Map<Series, Integer> numberBySeries) {
        Integer known = numberBySeries.putIfAbsent(series, numberBySeries.size());
        if (known != null) {
            buffer.putVarInt(known);
        } else {
            buffer.putVarInt(numberBySeries.size() - 1);
            StringDataType.INSTANCE.write(buffer, series.machineId());
            StringDataType.INSTANCE.write(buffer, series.metric());
        }
    }

    private static Series readSeries(ByteBuffer buffer, List<Series> seriesByNumber) {
        int number = DataUtils.readVarInt(buffer);
        if (number == seriesByNumber.size()) {
            seriesByNumber.add(new Series(
                    StringDataType.INSTANCE.read(buffer).intern(),
                    StringDataType.INSTANCE.read(buffer).intern()));
        }
        return seriesByNumber.get(number);
    }

    @Override
    public Block read(ByteBuffer buffer) {
        byte layout = buffer.get();
        if (layout != LAYOUT) {
            throw new SpoolException(
                    "The spool holds readings of layout (%d), this version knows (%d).\nStart the version that wrote it until it is drained."
                            .formatted(layout, LAYOUT));
        }
        int length = buffer.getInt();
        int checksum = buffer.getInt();
        boolean whole =
                length >= 0 && length <= buffer.remaining() && checksum(buffer, buffer.position(), length) == checksum;
        if (!whole) {
            throw new SpoolException("The spool holds readings that are damaged.");
        }
        int size = DataUtils.readVarInt(buffer);
        if (size < 1 || size > length / LEAST_BYTES) {
            throw new SpoolException("The spool holds a block of a wrong size (%d).".formatted(size));
        }
        List<SpooledReading> readings = new ArrayList<>(size);
        List<Series> seriesByNumber = new ArrayList<>();
        long place = 0;
        long second = 0;
        for (int i = 0; i < size; i++) {
            int flags = buffer.get();
            place += DataUtils.readVarLong(buffer);
            Series series = readSeries(buffer, seriesByNumber);
            second += unzigzag(DataUtils.readVarLong(buffer));
            Instant time = Instant.ofEpochSecond(second, DataUtils.readVarInt(buffer));
            boolean text = (flags & TEXT) != 0;
            double value = text ? Double.NaN : buffer.getDouble();
            Reading reading = new Reading(
                    series.machineId(),
                    series.metric(),
                    value,
                    text ? StringDataType.INSTANCE.read(buffer) : null,
                    QualityCode.quality(flags),
                    time);
            readings.add(new SpooledReading(place, (flags & REPLACEMENT) != 0, reading));
        }
        return new Block(readings);
    }

    private static int checksum(ByteBuffer bytes, int start, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes.slice(start, length));
        return (int) crc.getValue();
    }

    /** Small numbers of either sign become small ones. */
    private static long zigzag(long number) {
        return number << 1 ^ number >> 63;
    }

    private static long unzigzag(long number) {
        return number >>> 1 ^ -(number & 1);
    }

    @Override
    public Block[] createStorage(int size) {
        return new Block[size];
    }
}
