package vn.nhain.edge.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Beside the spool, the version of the last commit that was forced to disk, and what it adds up to. Written and forced after
 * the commit and before anything is acknowledged, so a commit beyond the mark may be torn and was never acknowledged. Two
 * slots in turn: a torn mark leaves the one before it.
 */
final class CommitMark implements AutoCloseable {
    /** Any commit is to be trusted. */
    static final long ANY = Long.MAX_VALUE;

    private static final int SLOT_DISTANCE = 4096;
    private static final int SLOT = 3 * Long.BYTES + Facts.BYTES;

    private static final Facts UNKNOWN = new Facts(new Counters(0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of()), -1, -1);

    private final FileChannel channel;
    /** Number of the last write; a slot with a higher one would be newer. */
    private long writes;

    private long version = ANY;

    private @Nullable Facts facts;

    CommitMark(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        load();
    }

    /** The last mark; {@link #ANY} when there is none. */
    long version() {
        return version;
    }

    private void load() throws IOException {
        for (int slot = 0; slot < 2; slot++) {
            ByteBuffer bytes = ByteBuffer.allocate(SLOT);
            channel.read(bytes, (long) slot * SLOT_DISTANCE);
            if (bytes.hasRemaining()) {
                continue;
            }
            bytes.flip();
            long number = bytes.getLong();
            long marked = bytes.getLong();
            Facts read = Facts.read(bytes);
            if (bytes.getLong() == checksum(bytes) && number > writes) {
                writes = number;
                version = marked;
                facts = read.lastPlace() < 0 ? null : read;
            }
        }
    }

    /** What the last commit added up to; null when that is not known. */
    @Nullable
    Facts facts() {
        return facts;
    }

    void write(long newVersion, Facts newFacts) throws IOException {
        facts = newFacts;
        write(newVersion);
    }

    /** Durable when it returns. */
    void write(long newVersion) throws IOException {
        version = newVersion;
        writes++;
        ByteBuffer bytes = ByteBuffer.allocate(SLOT).putLong(writes).putLong(version);
        (facts == null ? UNKNOWN : facts).write(bytes);
        bytes.putLong(checksum(bytes)).flip();
        long at = (writes % 2) * SLOT_DISTANCE;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
        channel.force(false);
    }

    private static long checksum(ByteBuffer slot) {
        CRC32 crc = new CRC32();
        crc.update(slot.slice(0, SLOT - Long.BYTES));
        return crc.getValue();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
