package vn.nhain.edge.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** The file: opening it with a clear word when that fails, making it durable, keeping it small. */
final class SpoolFile {
    private static final int CACHE_MEGABYTES = 8;
    /** Space of superseded pages is used again after this long; every commit has been forced to disk well before. */
    private static final int RETENTION_MILLIS = 2_000;

    private static final int COMPACT_MILLIS = 100;
    private static final long SMALL_FILE_BYTES = 16L << 20;
    private static final long GENEROUS_BYTES_PER_READING = 400;

    private final Path path;
    private final MVStore store;

    private SpoolFile(Path path, MVStore store) {
        this.path = path;
        this.store = store;
    }

    static SpoolFile open(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new SpoolException(
                    "The folder of the spool (%s) cannot be made: %s.\nMaybe its owner is another user: name a writable dataDir."
                            .formatted(path, e.getMessage()),
                    e);
        }
        try {
            MVStore store = new MVStore.Builder()
                    .fileName(path.toString())
                    .autoCommitDisabled()
                    .cacheSize(CACHE_MEGABYTES)
                    .open();
            store.setRetentionTime(RETENTION_MILLIS);
            store.setVersionsToKeep(0);
            return new SpoolFile(path, store);
        } catch (MVStoreException e) {
            throw refusal(path, e);
        }
    }

    private static SpoolException refusal(Path path, MVStoreException cause) {
        if (cause.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
            return new SpoolException(
                    "The spool (%s) is in use.\nMaybe another agent runs with the same dataDir: stop it, or give this one its own."
                            .formatted(path),
                    cause);
        }
        return new SpoolException(
                "The spool (%s) cannot be read: %s.\nNothing was changed. To go on without the readings in it, move the file away and start again."
                        .formatted(path, cause.getMessage()),
                cause);
    }

    MVStore store() {
        return store;
    }

    void commit() {
        store.commit();
    }

    void force() {
        store.sync();
    }

    long bytes() {
        try {
            return Files.exists(path) ? Files.size(path) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives space back to the disk when the file has become much larger than what is in it. */
    void compactIfWasteful(long depth) {
        if (bytes() > SMALL_FILE_BYTES + depth * GENEROUS_BYTES_PER_READING) {
            store.compactFile(COMPACT_MILLIS);
        }
    }

    void close() {
        store.close();
    }
}
