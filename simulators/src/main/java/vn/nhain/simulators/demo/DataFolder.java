package vn.nhain.simulators.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a demonstration keeps everything; locked against a second process. */
final class DataFolder implements AutoCloseable {
    private static final String LOCK = "nhain.lock";

    private final Path path;
    private final boolean temporary;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path path, boolean temporary, FileChannel channel, FileLock lock) {
        this.path = path;
        this.temporary = temporary;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Opens a folder and makes it when it is missing.
     *
     * @param wanted the folder; null for a temporary one that goes when it is closed
     * @throws DemoException when it is not a folder, cannot be written, holds something else or is in use
     */
    static DataFolder open(@Nullable Path wanted) throws DemoException {
        try {
            Path path = wanted == null
                    ? Files.createTempDirectory("nhain-demo-")
                    : wanted.toAbsolutePath().normalize();
            if (Files.exists(path) && !Files.isDirectory(path)) {
                throw new NotDirectoryException(path.toString());
            }
            refuseForeign(path);
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new DemoException(
                        "The data folder %s is in use by another NhaIn. End that one, or choose another folder with --data."
                                .formatted(path));
            }
            return new DataFolder(path, wanted == null, channel, lock);
        } catch (NotDirectoryException e) {
            throw new DemoException(
                    "The data folder %s is a file. Choose a folder with --data.".formatted(e.getFile()), e);
        } catch (AccessDeniedException e) {
            throw new DemoException(
                    "The data folder cannot be read and written: %s is refused. Give yourself the rights, or choose another folder with --data."
                            .formatted(e.getFile()),
                    e);
        } catch (IOException e) {
            throw new DemoException(
                    "The data folder %s cannot be used: %s. Choose another folder with --data."
                            .formatted(wanted, e.getMessage()),
                    e);
        }
    }

    /** A folder within it, made when missing. */
    Path folder(String name) throws IOException {
        return Files.createDirectories(path.resolve(name));
    }

    /** A file within it. */
    Path file(String name) {
        return path.resolve(name);
    }

    Path path() {
        return path;
    }

    /** Whether it goes when it is closed. */
    boolean isTemporary() {
        return temporary;
    }

    /** Empties it but for the lock, for a fresh start. */
    void empty() throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder())
                    .filter(p -> !p.equals(path) && !p.equals(path.resolve(LOCK)))
                    .toList();
            for (Path p : deepestFirst) {
                Files.deleteIfExists(p);
            }
        }
    }

    @Override
    public void close() {
        try {
            if (temporary) {
                empty();
            }
            lock.release();
            channel.close();
            if (temporary) {
                Files.deleteIfExists(path.resolve(LOCK));
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder %s could not be closed.".formatted(path), e);
        }
    }

    /** A folder that is neither empty nor ours is not touched: a slip of the keyboard must not fill somebody's home. */
    private static void refuseForeign(Path path) throws IOException, DemoException {
        if (!Files.isDirectory(path) || Files.exists(path.resolve(LOCK))) {
            return;
        }
        try (Stream<Path> entries = Files.list(path)) {
            if (entries.findAny().isPresent()) {
                throw new DemoException(
                        "The data folder %s holds other files. Choose an empty folder, or one of an earlier demo, with --data."
                                .formatted(path));
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
