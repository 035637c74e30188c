package vn.nhain.scheduler.race;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Results as rows of a CSV file, a cell a row, each written at once, so that a race that was stopped can go on. */
final class CsvLog {
    private static final List<String> HEAD = List.of(
            "instance,operations,machines,contender,threads,seed,seconds,makespan,verdict,wall_seconds".split(",", -1));
    private static final List<String> TAIL = List.of("lower_bound", "best_known");

    private final Path file;

    /** A log that is added to; the file is begun when it is not there. */
    CsvLog(Path file) throws IOException {
        this.file = file;
        if (!Files.exists(file)) {
            append(head());
        }
    }

    private static String head() {
        List<String> columns = new ArrayList<>(HEAD);
        columns.addAll(Cell.TOLD);
        columns.addAll(TAIL);
        return String.join(",", columns);
    }

    void add(Entry entry, Cell cell, Recorded recorded) throws IOException {
        append(String.join(
                ",",
                cell.instance(),
                "" + entry.operations(),
                "" + entry.machines(),
                cell.contender(),
                "" + cell.threads(),
                "" + cell.seed(),
                "" + cell.mark(),
                cell.makespan() < 0 ? "" : "" + cell.makespan(),
                cell.verdict(),
                String.format(Locale.ROOT, "%.1f", cell.wallSeconds()),
                Cell.TOLD.stream().map(k -> cell.told().getOrDefault(k, "")).collect(Collectors.joining(",")),
                text(recorded.findBound(cell.instance())),
                text(recorded.findBest(cell.instance()))));
    }

    private static String text(OptionalLong value) {
        return value.isPresent() ? "" + value.getAsLong() : "";
    }

    private void append(String row) throws IOException {
        Files.writeString(file, row + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /**
     * The cells that are there.
     *
     * @throws IOException when it is not such a file
     */
    List<Cell> read() throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.get(0).equals(head())) {
            throw new IOException(
                    "The file (%s) does not hold results of this race: its first line must be (%s). Name another file."
                            .formatted(file, head()));
        }
        List<Cell> cells = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] at = line.split(",", -1);
            if (at.length == HEAD.size() + Cell.TOLD.size() + TAIL.size()) {
                cells.add(cell(at));
            }
        }
        return cells;
    }

    private Cell cell(String[] at) throws IOException {
        Map<String, String> told = new HashMap<>();
        for (int i = 0; i < Cell.TOLD.size(); i++) {
            told.put(Cell.TOLD.get(i), at[HEAD.size() + i]);
        }
        try {
            return new Cell(
                    at[0],
                    at[3],
                    Integer.parseInt(at[4]),
                    Long.parseLong(at[5]),
                    Integer.parseInt(at[6]),
                    at[7].isEmpty() ? -1 : Long.parseLong(at[7]),
                    at[8],
                    Double.parseDouble(at[9]),
                    told);
        } catch (NumberFormatException e) {
            throw new IOException(
                    "The file (%s) has a row that is not a result (%s). Remove it."
                            .formatted(file, String.join(",", at)),
                    e);
        }
    }
}
