package vn.nhain.scheduler.race;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What is recorded of problems: the best makespan known and a makespan that none can beat. */
final class Recorded {
    static final Recorded NOTHING = new Recorded(Map.of(), Map.of());

    private final Map<String, Long> best;
    private final Map<String, Long> bound;

    private Recorded(Map<String, Long> best, Map<String, Long> bound) {
        this.best = best;
        this.bound = bound;
    }

    /** The file {@code reference.csv} or {@code best_known.csv} in the folder of the problems or the one above. */
    static Optional<Path> findBeside(Path folder) {
        Path above = folder.toAbsolutePath().normalize().getParent();
        for (Path place : above == null ? List.of(folder) : List.of(folder, above)) {
            for (String name : List.of("reference.csv", "best_known.csv")) {
                if (Files.exists(place.resolve(name))) {
                    return Optional.of(place.resolve(name));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Reads columns {@code instance}, {@code best_known} and, where there is one, {@code lower_bound}.
     *
     * @throws IOException when it cannot be read or lacks a column
     */
    static Recorded read(Path csv) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        List<String> head = lines.isEmpty() ? List.of() : List.of(lines.get(0).split(",", -1));
        int name = head.indexOf("instance");
        int known = head.indexOf("best_known");
        int least = head.indexOf("lower_bound");
        if (name < 0 || known < 0) {
            throw new IOException("The file (%s) must have the columns instance and best_known; it has (%s)."
                    .formatted(csv, String.join(", ", head)));
        }
        Map<String, Long> best = new HashMap<>();
        Map<String, Long> bound = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            put(best, cells, name, known);
            put(bound, cells, name, least);
        }
        return new Recorded(best, bound);
    }

    private static void put(Map<String, Long> into, String[] cells, int name, int column) {
        if (column >= 0 && cells.length > Math.max(name, column) && cells[column].matches("\\d{1,18}")) {
            into.put(cells[name], Long.valueOf(cells[column]));
        }
    }

    OptionalLong findBest(String instance) {
        return find(best, instance);
    }

    OptionalLong findBound(String instance) {
        return find(bound, instance);
    }

    private static OptionalLong find(Map<String, Long> in, String instance) {
        Long value = in.get(instance);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
