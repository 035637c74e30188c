package vn.nhain.edge.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mends a damaged spool: sets its file aside, and makes a new one of the readings that can still be read, each proven by its
 * checksum. The counts go on from those of the last commit, which are kept beside the file; what could not be read is counted
 * as dropped.
 */
final class Salvage {
    private static final Logger log = LoggerFactory.getLogger(Salvage.class);
    private static final int MOST_KEPT = 3;

    private Salvage() {}

    /** Opens the file, or creates it; mends it when it has to be. */
    static SpoolContent openOrMend(Path path, SpoolSettings settings) {
        try {
            return SpoolContent.open(path, settings);
        } catch (SpoolException e) {
            throw e;
        } catch (DamagedSpoolException e) {
            log.error("The spool ({}) is damaged: {}", path, e.getMessage());
            return mend(path, settings);
        }
    }

    /** Makes a new file of what can be read of this one. A crash at any instant leaves what can be mended again. */
    static SpoolContent mend(Path path, SpoolSettings settings) {
        try {
            Facts facts = facts(path);
            Path draft = path.resolveSibling(path.getFileName() + ".mending");
            Files.deleteIfExists(draft);
            Files.deleteIfExists(SpoolFile.markOf(draft));
            SpoolContent mended = SpoolContent.open(draft, settings);
            copy(path, facts, mended);
            long saved = mended.depth();
            long dropped = mended.counters().dropped() - facts.counters().dropped();
            mended.close();
            Path aside = keep(path);
            Files.move(SpoolFile.markOf(draft), SpoolFile.markOf(path), StandardCopyOption.ATOMIC_MOVE);
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
            log.error(
                    "The spool was mended: {} readings are saved, {} are lost and counted as dropped; the damaged file is kept as {}",
                    saved,
                    dropped,
                    aside);
            return SpoolContent.open(path, settings);
        } catch (IOException e) {
            throw new UncheckedIOException("The damaged spool (%s) cannot be mended: %s".formatted(path, e), e);
        }
    }

    private static Facts facts(Path path) throws IOException {
        try (CommitMark mark = new CommitMark(SpoolFile.markOf(path))) {
            Facts facts = mark.facts();
            if (facts == null) {
                throw new SpoolException(
                        "The spool (%s) is damaged, and its mark (%s) does not say what was in it.\nNothing was changed. To go on without the readings in it, move both files away and start again."
                                .formatted(path, SpoolFile.markOf(path)));
            }
            return facts;
        }
    }

    /** Copies the damaged file; of many, the last few are kept. */
    private static Path keep(Path path) throws IOException {
        Path oldest = numbered(path, 1);
        for (int number = 1; number <= MOST_KEPT; number++) {
            Path aside = numbered(path, number);
            if (!Files.exists(aside)) {
                oldest = aside;
                break;
            }
            if (Files.getLastModifiedTime(aside).compareTo(Files.getLastModifiedTime(oldest)) < 0) {
                oldest = aside;
            }
        }
        return Files.copy(path, oldest, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path numbered(Path path, int number) {
        return path.resolveSibling("%s.damaged-%d".formatted(path.getFileName(), number));
    }

    private static void copy(Path from, Facts facts, SpoolContent to) {
        MVStore store = null;
        LongFunction<@Nullable Block> read = place -> null;
        Map<String, Long> drops = new HashMap<>();
        try {
            store = new MVStore.Builder()
                    .fileName(from.toString())
                    .readOnly()
                    .recoveryMode()
                    .open();
            Queue queue = new Queue(store, 0);
            read = place -> readAt(queue, place);
            drops.putAll(store.openMap(Ledger.DROPS));
        } catch (RuntimeException | AssertionError e) {
            log.error("Not all of the damaged spool can be read: {}", String.valueOf(e.getMessage()));
        }
        boolean plausible = drops.values().stream().mapToLong(Long::longValue).sum()
                <= facts.counters().dropped();
        to.salvage(facts, plausible ? drops : Map.of(), read);
        if (store != null) {
            store.closeImmediately();
        }
    }

    private static @Nullable Block readAt(Queue queue, long place) {
        try {
            return queue.blockAt(place);
        } catch (RuntimeException | AssertionError e) {
            // whatever a damaged page makes of it; MVStore asserts where assertions are on
            return null;
        }
    }
}
