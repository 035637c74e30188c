package vn.nhain.edge.sink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The file of readings that the store refuses for good: a comment line with the reason, then the line itself, so that the
 * file can be mended and sent again by hand. Forced to disk before the reading leaves the spool.
 */
final class Quarantine {
    private final Path file;

    Quarantine(Path file) {
        this.file = file;
    }

    void add(String line, String reason) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        String entry = "# " + reason.replaceAll("\\R", " ") + "\n" + line + "\n";
        ByteBuffer bytes = ByteBuffer.wrap(entry.getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        }
    }
}
