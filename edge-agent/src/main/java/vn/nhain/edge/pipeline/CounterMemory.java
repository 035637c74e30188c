package vn.nhain.edge.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.edge.json.Json;
import vn.nhain.edge.normalise.MonotonicCounter;

/**
 * The file in which the bases of counters survive a restart of the agent. It may be some seconds old after a crash: a
 * counter goes on from what it knows, unless the device began again in just those seconds. Thread-safe.
 */
public final class CounterMemory {
    private static final Logger log = LoggerFactory.getLogger(CounterMemory.class);

    private final @Nullable Path file;
    private final Map<String, MonotonicCounter.Memory> memoryByCounter = new HashMap<>();
    private boolean changed;

    private CounterMemory(@Nullable Path file) {
        this.file = file;
    }

    /** Remembers only while the agent runs. */
    public static CounterMemory none() {
        return new CounterMemory(null);
    }

    /** Reads the file if there is one; one that cannot be read is set aside and said. */
    public static CounterMemory of(Path file) {
        CounterMemory memory = new CounterMemory(file);
        if (!Files.exists(file)) {
            return memory;
        }
        try {
            for (Map.Entry<String, @Nullable Object> entry :
                    Json.readObject(Files.readAllBytes(file)).entrySet()) {
                memory.memoryByCounter.put(entry.getKey(), read(entry.getValue()));
            }
        } catch (IOException | DateTimeException e) {
            log.warn("{} cannot be read ({}): counters go on from what devices say", file, e.getMessage());
        }
        return memory;
    }

    private static MonotonicCounter.Memory read(@Nullable Object said) throws IOException {
        if (said instanceof List<?> parts
                && parts.size() == 3
                && parts.get(0) instanceof Number raw
                && parts.get(1) instanceof Number base) {
            return new MonotonicCounter.Memory(
                    raw.doubleValue(), base.doubleValue(), Instant.parse(String.valueOf(parts.get(2))));
        }
        throw new IOException("%s is not a value, a base and a time".formatted(said));
    }

    synchronized MonotonicCounter counter(String machineId, String metric, double span) {
        MonotonicCounter counter = new MonotonicCounter(span);
        MonotonicCounter.Memory known = memoryByCounter.get(machineId + " " + metric);
        if (known != null) {
            counter.restore(known);
        }
        return counter;
    }

    synchronized void note(String machineId, String metric, MonotonicCounter.Memory memory) {
        MonotonicCounter.Memory before = memoryByCounter.put(machineId + " " + metric, memory);
        changed |= !memory.equals(before);
    }

    /** Writes what has changed, in one step. */
    public void save() {
        Map<String, List<Object>> content = new HashMap<>();
        synchronized (this) {
            if (file == null || !changed) {
                return;
            }
            changed = false;
            memoryByCounter.forEach((counter, memory) -> content.put(
                    counter,
                    List.of(memory.raw(), memory.base(), memory.newest().toString())));
        }
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, Json.write(content));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log.warn("{} cannot be written: {}", file, e.getMessage());
            synchronized (this) {
                changed = true;
            }
        }
    }
}
