package vn.nhain.scheduler.race;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nhain.scheduler.instance.InstanceException;
import vn.nhain.scheduler.instance.generate.OpsGenerator;
import vn.nhain.scheduler.instance.generate.OpsShape;

/**
 * Races contenders over the problems of a folder, one run at a time and in turn, so that a machine that gets busier hits all
 * alike. Confined to one thread.
 */
public final class Race {
    private static final long GROWTH_SEED = 1;

    private final RaceSettings settings;
    private final List<Contender> contenders;
    private final Recorded recorded;
    private final PrintWriter table;
    private final PrintWriter notes;

    /**
     * A race.
     *
     * @param contenders ours first
     * @param table where the table and the summary go
     * @param notes where progress goes
     */
    private Race(
            RaceSettings settings,
            List<Contender> contenders,
            Recorded recorded,
            PrintWriter table,
            PrintWriter notes) {
        this.settings = settings;
        this.contenders = List.copyOf(contenders);
        this.recorded = recorded;
        this.table = table;
        this.notes = notes;
    }

    /**
     * Runs a race.
     *
     * @param folder problem files
     * @param pattern regular expression that names of problems must match
     * @param best recorded results, or null to look for them beside the folder
     * @return whether every plan was feasible, and ours were all there
     * @throws IOException when a file cannot be read or a contender failed
     * @throws InstanceException when a problem is not of its format
     */
    public static boolean run(
            RaceSettings settings,
            List<Contender> contenders,
            Path folder,
            String pattern,
            @Nullable Path best,
            PrintWriter table,
            PrintWriter notes)
            throws IOException, InstanceException, InterruptedException {
        List<Entry> entries = Entry.of(folder, settings.format(), pattern);
        if (entries.isEmpty()) {
            throw new IOException("The folder (%s) holds no problem of format %s whose name matches (%s)."
                    .formatted(folder, settings.format(), pattern));
        }
        Optional<Path> csv = best == null ? Recorded.findBeside(folder) : Optional.of(best);
        Recorded recorded = csv.isPresent() ? Recorded.read(csv.get()) : Recorded.NOTHING;
        return new Race(settings, contenders, recorded, table, notes).run(entries, false);
    }

    /**
     * Races over generated problems of the print shop's kind and ends with a table of how ours grows with them.
     *
     * @param sizes numbers of operations
     * @return as {@link #run}
     */
    public static boolean grow(
            RaceSettings settings,
            List<Contender> contenders,
            List<Integer> sizes,
            PrintWriter table,
            PrintWriter notes)
            throws IOException, InstanceException, InterruptedException {
        Path folder = Files.createTempDirectory("nhain-growth");
        try {
            for (int size : sizes) {
                Path file = folder.resolve("generated%d.json".formatted(size));
                OpsGenerator.write(OpsShape.of(size), GROWTH_SEED, file);
            }
            List<Entry> entries = Entry.of(folder, settings.format(), ".*");
            return new Race(settings, contenders, Recorded.NOTHING, table, notes).run(entries, true);
        } finally {
            delete(folder);
        }
    }

    private boolean run(List<Entry> entries, boolean growth) throws IOException, InterruptedException {
        Board board =
                new Board(settings, contenders.stream().map(Contender::name).toList(), recorded);
        Optional<CsvLog> log = Optional.empty();
        if (settings.csv().isPresent()) {
            CsvLog csv = new CsvLog(settings.csv().get());
            csv.read().forEach(board::add);
            log = Optional.of(csv);
        }
        Path folder = settings.plans().isPresent()
                ? Files.createDirectories(settings.plans().get())
                : Files.createTempDirectory("nhain-race");
        boolean feasible = true;
        try {
            Heat heat = new Heat(settings, folder);
            table.println(board.head());
            for (Entry entry : entries) {
                for (int i = 0; i < settings.seeds().size(); i++) {
                    feasible &= round(entry, i, heat, board, log);
                }
                board.rows(entry).forEach(table::println);
                table.flush();
            }
            board.summary(entries).forEach(table::println);
            if (growth) {
                board.growth(entries).forEach(table::println);
            }
            table.flush();
        } finally {
            if (settings.plans().isEmpty()) {
                delete(folder);
            }
        }
        return feasible;
    }

    /** Every contender once, another one first each time. */
    private boolean round(Entry entry, int number, Heat heat, Board board, Optional<CsvLog> log)
            throws IOException, InterruptedException {
        long seed = settings.seeds().get(number);
        boolean feasible = true;
        List<Contender> turn = new ArrayList<>(contenders);
        Collections.rotate(turn, -number);
        for (Contender contender : turn) {
            if (settings.marks().stream().allMatch(mark -> board.has(wanted(entry, contender, seed, mark)))) {
                continue;
            }
            for (Cell cell : heat.run(contender, entry.file(), entry.name(), seed)) {
                board.add(cell);
                feasible &= cell.feasible()
                        || (cell.verdict().equals(Cell.NO_PLAN)
                                && !contender.name().equals(Contender.OURS));
                if (log.isPresent()) {
                    log.get().add(entry, cell, recorded);
                }
                notes.printf(
                        "%s %s seed %d at %d s: %s%n",
                        entry.name(),
                        contender.name(),
                        seed,
                        cell.mark(),
                        cell.feasible() ? "" + cell.makespan() : cell.verdict());
                notes.flush();
            }
        }
        return feasible;
    }

    private Cell wanted(Entry entry, Contender contender, long seed, int mark) {
        return new Cell(entry.name(), contender.name(), settings.threads(), seed, mark, -1, "", 0, Map.of());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
