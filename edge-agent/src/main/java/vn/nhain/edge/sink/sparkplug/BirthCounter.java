package vn.nhain.edge.sink.sparkplug;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The number that ties a death to its birth (bdSeq): begins at 0, one more at each CONNECT, after 255 comes 0. Kept in a
 * file, so that the will of a killed agent cannot be taken for the death of its successor.
 */
final class BirthCounter {
    private static final int WRAP = 256;

    private final Path file;

    BirthCounter(Path file) {
        this.file = file;
    }

    /** The number of the next session; durable when this returns. */
    synchronized int next() {
        int next = Files.exists(file) ? (read() + 1) % WRAP : 0;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            try (FileChannel channel = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer text = ByteBuffer.wrap(Integer.toString(next).getBytes(StandardCharsets.US_ASCII));
                while (text.hasRemaining()) {
                    channel.write(text);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The birth counter (%s) cannot be written.".formatted(file), e);
        }
        return next;
    }

    private int read() {
        try {
            return Math.floorMod(Integer.parseInt(Files.readString(file).strip()), WRAP);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException e) {
            // a torn file: any number will do that is not likely the last one
            return 0;
        }
    }
}
