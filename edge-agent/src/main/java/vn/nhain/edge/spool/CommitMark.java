package vn.nhain.edge.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;

/**
 * Beside the spool, the version of the last commit that was forced to disk. Written and forced after the commit and before
 * anything is acknowledged, so a commit beyond the mark may be torn and was never acknowledged. Two slots in turn: a torn
 * mark leaves the one before it.
 */
final class CommitMark implements AutoCloseable {
    /** Any commit is to be trusted. */
    static final long ANY = Long.MAX_VALUE;

    private static final int SLOT_DISTANCE = 4096;
    private static final int SLOT = 3 * Long.BYTES;

    private final FileChannel channel;
    /** Number of the last write; a slot with a higher one would be newer. */
    private long writes;

    private long version = ANY;

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
            if (bytes.getLong() == checksum(number, marked) && number > writes) {
                writes = number;
                version = marked;
            }
        }
    }

    /** Durable when it returns. */
    void write(long newVersion) throws IOException {
        version = newVersion;
        writes++;
        ByteBuffer bytes = ByteBuffer.allocate(SLOT)
                .putLong(writes)
                .putLong(version)
                .putLong(checksum(writes, version))
                .flip();
        long at = (writes % 2) * SLOT_DISTANCE;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
        channel.force(false);
    }

    private static long checksum(long number, long version) {
        CRC32 crc = new CRC32();
        crc.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(number)
                .putLong(version)
                .flip());
        return crc.getValue();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
