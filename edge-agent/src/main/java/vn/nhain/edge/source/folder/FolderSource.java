package vn.nhain.edge.source.folder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.edge.connection.ConnectionState;
import vn.nhain.edge.connection.TaskRunner;
import vn.nhain.edge.source.SourceListener;
import vn.nhain.edge.source.SourceStatus;
import vn.nhain.edge.source.TelemetrySource;

/**
 * Reads files that appear in a folder, once they have stopped changing. A file leaves the folder only when all of it is
 * durable or counted as refused: to {@code done}, or, if anything in it was refused, to {@code rejected} beside a file that
 * says why. After a crash in between it is read again, which the keys of readings make harmless. What files say is a
 * record of the past and no sign of life of the machine.
 */
final class FolderSource implements TelemetrySource {
    private static final Logger log = LoggerFactory.getLogger(FolderSource.class);

    private final FolderMachine machine;
    private final CsvFile reader;
    private final Clock wallClock;
    private final LongSupplier nanoTime;
    private final boolean taking;
    private final TaskRunner runner;
    private final AtomicLong messages = new AtomicLong();

    private volatile ConnectionState state;
    private volatile boolean closed;
    private volatile @Nullable SourceListener listener;

    // used by the runner's one thread
    private final Map<Path, Look> lookByFile = new HashMap<>();
    private final Map<Path, Work> workByFile = new HashMap<>();

    /** What a file looked like, and since when. */
    private record Look(long size, FileTime changed, long sinceNanos) {
        boolean isSame(BasicFileAttributes now) {
            return size == now.size() && changed.equals(now.lastModifiedTime());
        }
    }

    /** A file that was handed over: deliveries that are not durable yet, and what was wrong with it. */
    private record Work(AtomicInteger pending, List<String> problems) {}

    /** @param taking whether files are read, or the folder is only looked at */
    FolderSource(FolderMachine machine, Clock wallClock, LongSupplier nanoTime, boolean taking) {
        this.machine = machine;
        this.reader = new CsvFile(machine);
        this.wallClock = wallClock;
        this.nanoTime = nanoTime;
        this.taking = taking;
        this.runner = new TaskRunner("edge-folder-" + machine.machineId(), 1);
        this.state = new ConnectionState.Waiting(wallClock.instant(), 0, "not started");
    }

    @Override
    public Set<String> machineIds() {
        return Set.of(machine.machineId());
    }

    @Override
    public void start(SourceListener listener) {
        this.listener = listener;
        runner.run(this::look);
    }

    private void look() {
        if (closed) {
            return;
        }
        try {
            finishWork();
            for (Path file : files()) {
                if (taking && isSettled(file) && !workByFile.containsKey(file)) {
                    take(file);
                }
            }
            finishWork();
            note(null);
        } catch (IOException | RuntimeException e) {
            note("%s: %s".formatted(e.getClass().getSimpleName(), e.getMessage()));
        }
        runner.after(machine.interval(), this::look);
    }

    private void note(@Nullable String problem) {
        ConnectionState before = state;
        if (problem == null) {
            if (!before.isUp()) {
                state = new ConnectionState.Connected(wallClock.instant());
            }
            return;
        }
        int attempt = before instanceof ConnectionState.Waiting waiting ? waiting.attempt() + 1 : 1;
        if (attempt == 1) {
            log.warn("{} cannot be read: {}; trying again", machine.folder(), problem);
        }
        state = new ConnectionState.Waiting(wallClock.instant(), attempt, problem);
    }

    private List<Path> files() throws IOException {
        if (!Files.isWritable(machine.folder())) {
            throw new IOException("%s is not a folder that the agent may write in".formatted(machine.folder()));
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(machine.folder(), machine.pattern())) {
            for (Path file : found) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    files.add(file);
                }
            }
        }
        files.sort(null);
        lookByFile.keySet().retainAll(files);
        return files;
    }

    private boolean isSettled(Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        Look before = lookByFile.get(file);
        if (before == null || !before.isSame(now)) {
            before = new Look(now.size(), now.lastModifiedTime(), nanoTime.getAsLong());
            lookByFile.put(file, before);
        }
        return nanoTime.getAsLong() - before.sinceNanos() >= machine.settle().toNanos();
    }

    private synchronized void take(Path file) {
        SourceListener target = listener;
        if (target == null || closed) {
            return;
        }
        messages.incrementAndGet();
        try {
            CsvFile.Content content = reader.read(file);
            Work work = new Work(
                    new AtomicInteger(content.rows().size() + content.problems().size()), content.problems());
            workByFile.put(file, work);
            content.rows()
                    .forEach(row -> target.onRecords(row, () -> work.pending().decrementAndGet()));
            content.problems().forEach(problem -> refuse(target, file, problem, work));
        } catch (IOException e) {
            Work work = new Work(new AtomicInteger(1), List.of(String.valueOf(e.getMessage())));
            workByFile.put(file, work);
            refuse(target, file, String.valueOf(e.getMessage()), work);
        }
    }

    private void refuse(SourceListener target, Path file, String problem, Work work) {
        String reason = "%s: %s".formatted(file.getFileName(), problem);
        target.onMalformed(machine.machineId(), reason, () -> work.pending().decrementAndGet());
    }

    /** Moves what is durable out of the way. */
    private void finishWork() throws IOException {
        for (Path file : List.copyOf(workByFile.keySet())) {
            Work work = workByFile.get(file);
            if (work == null || work.pending().get() > 0) {
                continue;
            }
            if (!Files.exists(file)) {
                log.warn("{} is gone before it could be moved; what it said is kept", file);
            } else if (work.problems().isEmpty()) {
                move(file, "done");
            } else {
                Path moved = move(file, "rejected");
                Files.write(moved.resolveSibling(moved.getFileName() + ".reason.txt"), work.problems());
            }
            workByFile.remove(file);
            lookByFile.remove(file);
        }
    }

    private Path move(Path file, String folder) throws IOException {
        Path target = Files.createDirectories(machine.folder().resolve(folder)).resolve(file.getFileName());
        for (int i = 1; Files.exists(target); i++) {
            target = target.resolveSibling("%s.%d".formatted(file.getFileName(), i));
        }
        return Files.move(file, target);
    }

    @Override
    public List<SourceStatus> status() {
        return List.of(new SourceStatus(
                "folder %s %s".formatted(machine.machineId(), machine.folder()), state, 1, 0, messages.get(), 0));
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        runner.close();
        state = new ConnectionState.Closed(wallClock.instant());
    }
}
