package vn.nhain.edge.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes back commits of an MVStore file that were on their way to the disk when the power failed. A commit is one chunk.
 * MVStore knows a torn chunk by its header and footer, but a disk may have written both and not what is between, and its
 * pages have no checksum of their content. Without its header, MVStore does not see the chunk and finds the commit before.
 */
final class TornCommit {
    private static final int BLOCK = 4096;
    private static final int HEADER = 1024;
    private static final Pattern CHUNK = Pattern.compile("chunk:[0-9a-f]+,[^\\n]*?\\bversion:([0-9a-f]+)");

    private TornCommit() {}

    /** Whether the file says that it was closed in order. */
    static boolean isClean(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return text(channel, 0).contains("clean:1");
        }
    }

    /** Makes commits beyond this version unreadable; gives how many. */
    static int takeBackBeyond(long version, Path file) throws IOException {
        int taken = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            for (long at = 0; at < channel.size(); at += BLOCK) {
                Matcher header = CHUNK.matcher(text(channel, at));
                if (header.lookingAt() && Long.parseLong(header.group(1), 16) > version) {
                    channel.write(ByteBuffer.allocate(HEADER), at);
                    taken++;
                }
            }
            channel.force(true);
        }
        return taken;
    }

    private static String text(FileChannel channel, long at) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER);
        channel.read(bytes, at);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
    }
}
