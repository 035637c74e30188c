package vn.nhain.edge.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file: opening it with a clear word when that fails, making it durable, keeping it small. */
final class SpoolFile {
    private static final Logger log = LoggerFactory.getLogger(SpoolFile.class);
    private static final int CACHE_MEGABYTES = 4;
    /** Space of superseded pages is used again after this long; every commit has been forced to disk well before. */
    private static final int RETENTION_MILLIS = 2_000;

    private static final int COMPACT_MILLIS = 100;
    private static final long SMALL_FILE_BYTES = 16L << 20;
    private static final long TINY_FILE_BYTES = 1L << 20;
    private static final long GENEROUS_BYTES_PER_READING = 400;

    private final Path path;
    private final MVStore store;
    private final CommitMark mark;

    private SpoolFile(Path path, MVStore store, CommitMark mark) {
        this.path = path;
        this.store = store;
        this.mark = mark;
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
            CommitMark mark = new CommitMark(markOf(path));
            try {
                return open(path, mark);
            } catch (MVStoreException | IOException e) {
                mark.close();
                throw e;
            }
        } catch (MVStoreException e) {
            throw refusal(path, e);
        } catch (IOException e) {
            throw new SpoolException("The spool (%s) cannot be read: %s.".formatted(path, e.getMessage()), e);
        }
    }

    private static SpoolFile open(Path path, CommitMark mark) throws IOException {
        recover(path, mark);
        MVStore store = new MVStore.Builder()
                .fileName(path.toString())
                .autoCommitDisabled()
                .cacheSize(CACHE_MEGABYTES)
                .open();
        try {
            store.setRetentionTime(RETENTION_MILLIS);
            store.setVersionsToKeep(0);
            // from here on only what is marked counts
            store.sync();
            mark.write(store.getFileStore().lastChunkVersion());
            return new SpoolFile(path, store, mark);
        } catch (MVStoreException | IOException e) {
            store.closeImmediately();
            throw e;
        }
    }

    /**
     * After a crash MVStore follows its store header, which may be many commits old, and the file's end; commits that went
     * into freed space in between it can miss, although they were forced. Only its recovery mode looks at every chunk.
     */
    private static void recover(Path path, CommitMark mark) throws IOException {
        if (!Files.exists(path) || Files.size(path) == 0 || TornCommit.isClean(path)) {
            return;
        }
        long version = mark.version();
        int taken = version == CommitMark.ANY ? 0 : TornCommit.takeBackBeyond(version, path);
        MVStore store = new MVStore.Builder()
                .fileName(path.toString())
                .autoCommitDisabled()
                .recoveryMode()
                .open();
        try {
            store.sync();
            store.close(0);
        } finally {
            store.closeImmediately();
        }
        log.info(
                "The spool was not closed in order: recovered; {} commit(s) that did not count were taken back", taken);
    }

    private static RuntimeException refusal(Path path, MVStoreException cause) {
        if (cause.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
            return new SpoolException(
                    "The spool (%s) is in use.\nMaybe another agent runs with the same dataDir: stop it, or give this one its own."
                            .formatted(path),
                    cause);
        }
        if (cause.getErrorCode() == DataUtils.ERROR_WRITING_FAILED) {
            return new SpoolException(
                    "The spool (%s) cannot be written: %s.\nMaybe the disk is full: make room."
                            .formatted(path, cause.getMessage()),
                    cause);
        }
        return new DamagedSpoolException(String.valueOf(cause.getMessage()), cause);
    }

    static Path markOf(Path path) {
        return path.resolveSibling(path.getFileName() + ".mark");
    }

    MVStore store() {
        return store;
    }

    /** Writes what is staged and gives the version that {@link #force} needs. */
    long commit() {
        store.commit();
        return store.getFileStore().lastChunkVersion();
    }

    /** Makes a commit durable and marks it as such. */
    void force(long version, Facts facts) {
        store.sync();
        try {
            mark.write(version, facts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the last commit added up to; null when that is not known. */
    @Nullable
    Facts facts() {
        return mark.facts();
    }

    private void writeMark(long version) {
        try {
            mark.write(version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Size of the file. */
    static long bytes(Path path) {
        try {
            return Files.exists(path) ? Files.size(path) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives space back to the disk when the file has become much larger than what is in it. */
    void compactIfWasteful(long depth, boolean needed) {
        if (bytes(path) > (needed ? TINY_FILE_BYTES : SMALL_FILE_BYTES) + depth * GENEROUS_BYTES_PER_READING) {
            // it makes commits of its own and forces them where it must
            writeMark(CommitMark.ANY);
            store.compactFile(COMPACT_MILLIS);
            store.sync();
            writeMark(store.getFileStore().lastChunkVersion());
        }
    }

    /** Room that the disk has; the greatest number when it does not say. */
    static long usableBytes(Path path) {
        try {
            return Files.getFileStore(path.toAbsolutePath().getParent()).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    /** Lets go of the file without writing to it: after a write that failed, only the last mark counts. */
    void abandon() {
        store.closeImmediately();
        closeMark();
    }

    void close() {
        writeMark(CommitMark.ANY);
        store.close();
        closeMark();
    }

    private void closeMark() {
        try {
            mark.close();
        } catch (IOException e) {
            log.debug("The mark did not close", e);
        }
    }
}
