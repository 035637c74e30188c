package vn.nhain.edge.sink;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.edge.connection.Backoff;
import vn.nhain.edge.log.Repeats;
import vn.nhain.edge.spool.ReadingSpool;
import vn.nhain.edge.spool.SpoolException;
import vn.nhain.edge.spool.SpooledReading;

/**
 * Empties the spool into the store, oldest first: while one batch is on its way the next is made ready, and never two are
 * under way, so that the order is kept. A store that cannot answer is asked again with growing pauses, and nothing is given
 * up. A batch that the store refuses is halved until the readings at fault stand alone; those go to the
 * quarantine file and the rest goes on.
 */
public final class SpoolDrain implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SpoolDrain.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final ReadingSpool spool;
    private final ReadingSink sink;
    private final Quarantine quarantine;
    private final int batchSize;
    private final Backoff backoff;
    private final Repeats repeats = new Repeats(log);
    private final BlockingQueue<Job> ready = new ArrayBlockingQueue<>(1);
    private final Thread reader;
    private final Thread writer;

    private volatile boolean closed;
    private volatile DrainStatus status = new DrainStatus(true, "", 0, 0);

    private record Job(List<SpooledReading> batch, PreparedWrite write) {}

    /**
     * @param quarantineFile where refused readings are kept
     * @param batchSize readings a write, at least 1
     */
    public SpoolDrain(ReadingSpool spool, ReadingSink sink, Path quarantineFile, int batchSize, Backoff backoff) {
        this.spool = spool;
        this.sink = sink;
        this.quarantine = new Quarantine(quarantineFile);
        this.batchSize = batchSize;
        this.backoff = backoff;
        this.reader = new Thread(() -> run(this::readOn), "edge-drain-read");
        this.writer = new Thread(() -> run(this::writeOn), "edge-drain-write");
    }

    /** Begins to drain. Called once. */
    public void start() {
        spool.rewind();
        reader.start();
        writer.start();
    }

    /** How the store is doing. */
    public DrainStatus status() {
        return status;
    }

    private interface Step {
        void run() throws InterruptedException;
    }

    private void run(Step step) {
        try {
            while (!closed) {
                step.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SpoolException e) {
            if (!closed) {
                log.error("Draining stopped: {}", e.getMessage());
            }
        }
    }

    private void readOn() throws InterruptedException {
        List<SpooledReading> batch = spool.next(batchSize, PATIENCE);
        if (!batch.isEmpty()) {
            ready.put(new Job(batch, prepare(batch)));
        }
    }

    private PreparedWrite prepare(List<SpooledReading> batch) {
        return sink.prepare(batch.stream().map(SpooledReading::reading).toList());
    }

    private void writeOn() throws InterruptedException {
        Job job = ready.take();
        Set<Long> refused = new HashSet<>();
        if (write(job.batch, job.write, refused)) {
            spool.settle(job.batch, refused);
        }
    }

    /** Writes all of it, however long that takes; false when closed meanwhile. */
    private boolean write(List<SpooledReading> part, PreparedWrite write, Set<Long> refused)
            throws InterruptedException {
        while (!closed) {
            WriteOutcome outcome = write.send();
            if (outcome instanceof WriteOutcome.Written) {
                noteSuccess();
                return true;
            }
            if (outcome instanceof WriteOutcome.Refused no) {
                return part.size() == 1 ? setAside(part.get(0), no.reason(), refused) : writeHalves(part, refused);
            }
            if (outcome instanceof WriteOutcome.TooLarge no) {
                return part.size() == 1 ? setAside(part.get(0), no.reason(), refused) : writeHalves(part, refused);
            }
            if (outcome instanceof WriteOutcome.Unavailable no) {
                pause(no.reason());
            }
        }
        return false;
    }

    private boolean writeHalves(List<SpooledReading> part, Set<Long> refused) throws InterruptedException {
        int middle = part.size() / 2;
        List<SpooledReading> first = part.subList(0, middle);
        List<SpooledReading> second = part.subList(middle, part.size());
        return write(first, prepare(first), refused) && write(second, prepare(second), refused);
    }

    private boolean setAside(SpooledReading spooled, String reason, Set<Long> refused) throws InterruptedException {
        while (!closed) {
            try {
                quarantine.add(sink.describe(spooled.reading()), reason);
                refused.add(spooled.sequence());
                repeats.warn(
                        spooled.reading().machineId(),
                        "has a %s that the store refuses and that is kept in the quarantine file: %s"
                                .formatted(spooled.reading().metric(), reason));
                return true;
            } catch (IOException e) {
                pause("the quarantine file cannot be written: " + e.getMessage());
            }
        }
        return false;
    }

    private void noteSuccess() {
        DrainStatus before = status;
        if (!before.up()) {
            log.info("The store answers again");
        }
        status = new DrainStatus(true, before.lastProblem(), before.batches() + 1, before.retries());
        backoff.reset();
    }

    private void pause(String reason) throws InterruptedException {
        DrainStatus before = status;
        if (before.up()) {
            log.warn("The store cannot take readings, they stay in the spool: {}", reason);
        }
        status = new DrainStatus(false, reason, before.batches(), before.retries() + 1);
        Thread.sleep(backoff.next().toMillis());
    }

    /** Stops after the write that is under way; what is not written stays in the spool. Closes the sink. */
    @Override
    public void close() {
        closed = true;
        reader.interrupt();
        writer.interrupt();
        try {
            reader.join(LONGEST_END.toMillis());
            writer.join(LONGEST_END.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sink.close();
    }
}
