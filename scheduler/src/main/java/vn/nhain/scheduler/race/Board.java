package vn.nhain.scheduler.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Medians of cells, as a table to read and a summary. */
final class Board {
    private final RaceSettings settings;
    private final List<String> contenders;
    private final Recorded recorded;
    private final Map<String, Cell> cells = new TreeMap<>();

    Board(RaceSettings settings, List<String> contenders, Recorded recorded) {
        this.settings = settings;
        this.contenders = List.copyOf(contenders);
        this.recorded = recorded;
    }

    void add(Cell cell) {
        cells.put(cell.key(), cell);
    }

    boolean has(Cell cell) {
        return cells.containsKey(cell.key());
    }

    /** The middle of a contender's makespans over the seeds; a run without a plan counts as endless. */
    OptionalLong median(String instance, String contender, int mark) {
        long[] all = settings.seeds().stream()
                .map(seed -> new Cell(instance, contender, settings.threads(), seed, mark, -1, "", 0, Map.of()))
                .map(Cell::key)
                .filter(cells::containsKey)
                .map(cells::get)
                .mapToLong(cell -> cell != null && cell.feasible() ? cell.makespan() : Long.MAX_VALUE)
                .sorted()
                .toArray();
        if (all.length == 0 || all[all.length / 2] == Long.MAX_VALUE) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(all[all.length / 2]);
    }

    String head() {
        StringBuilder line =
                new StringBuilder(String.format(Locale.ROOT, "%-12s %6s %4s %5s", "instance", "ops", "m", "at s"));
        contenders.forEach(c -> line.append(String.format(Locale.ROOT, " %12s", c)));
        return line.append(String.format(Locale.ROOT, " %10s %8s %10s %8s", "best known", "gap %", "bound", "gap %"))
                .toString();
    }

    List<String> rows(Entry entry) {
        List<String> rows = new ArrayList<>();
        for (int mark : settings.marks()) {
            StringBuilder row = new StringBuilder(String.format(
                    Locale.ROOT, "%-12s %6d %4d %5d", entry.name(), entry.operations(), entry.machines(), mark));
            for (String contender : contenders) {
                row.append(String.format(Locale.ROOT, " %12s", text(median(entry.name(), contender, mark))));
            }
            OptionalLong ours = median(entry.name(), Contender.OURS, mark);
            OptionalLong best = recorded.findBest(entry.name());
            OptionalLong bound = recorded.findBound(entry.name());
            rows.add(row.append(String.format(
                            Locale.ROOT,
                            " %10s %8s %10s %8s",
                            text(best),
                            gap(ours, best),
                            text(bound),
                            gap(ours, bound)))
                    .toString());
        }
        return rows;
    }

    private static String text(OptionalLong value) {
        return value.isPresent() ? Long.toString(value.getAsLong()) : "-";
    }

    private static String gap(OptionalLong value, OptionalLong to) {
        return value.isEmpty() || to.isEmpty() || to.getAsLong() == 0
                ? "-"
                : String.format(Locale.ROOT, "%+.2f", 100.0 * (value.getAsLong() - to.getAsLong()) / to.getAsLong());
    }

    /** How ours grows with the problems: what it told of its first run at the last mark, a line a problem. */
    List<String> growth(List<Entry> entries) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%10s %8s %14s %10s %9s %9s",
                "operations",
                "machines",
                "first plan s",
                "moves/s",
                "heap MB",
                "peak MB"));
        for (Entry entry : entries) {
            Cell wanted = new Cell(
                    entry.name(),
                    Contender.OURS,
                    settings.threads(),
                    settings.seeds().get(0),
                    settings.lastMark(),
                    -1,
                    "",
                    0,
                    Map.of());
            Cell cell = cells.getOrDefault(wanted.key(), wanted);
            lines.add(String.format(
                    Locale.ROOT,
                    "%10d %8d %14s %10s %9s %9s",
                    entry.operations(),
                    entry.machines(),
                    cell.told().getOrDefault("first", "-"),
                    cell.told().getOrDefault("movesPerSecond", "-"),
                    cell.told().getOrDefault("heapMb", "-"),
                    cell.told().getOrDefault("rssMb", "-")));
        }
        return lines;
    }

    /** A line a mark for each other contender, the best known and the bound. */
    List<String> summary(List<Entry> entries) {
        List<String> lines = new ArrayList<>();
        for (int mark : settings.marks()) {
            for (String other : contenders) {
                if (!other.equals(Contender.OURS)) {
                    tally(entries, mark, other, e -> median(e.name(), other, mark), lines);
                }
            }
            tally(entries, mark, "best known", e -> recorded.findBest(e.name()), lines);
            tally(entries, mark, "bound", e -> recorded.findBound(e.name()), lines);
        }
        return lines;
    }

    /** Looks up what ours is compared with. */
    @FunctionalInterface
    private interface Rival {
        OptionalLong of(Entry entry);
    }

    private void tally(List<Entry> entries, int mark, String name, Rival rival, List<String> lines) {
        int equal = 0;
        int better = 0;
        int worse = 0;
        double ratios = 0;
        for (Entry entry : entries) {
            OptionalLong ours = median(entry.name(), Contender.OURS, mark);
            OptionalLong theirs = rival.of(entry);
            if (ours.isPresent() && theirs.isPresent()) {
                int order = Long.compare(ours.getAsLong(), theirs.getAsLong());
                equal += order == 0 ? 1 : 0;
                better += order < 0 ? 1 : 0;
                worse += order > 0 ? 1 : 0;
                ratios += ours.getAsLong() / (double) Math.max(1, theirs.getAsLong());
            }
        }
        int compared = equal + better + worse;
        if (compared > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "at %d s, %s against %s: %d equal, %d better, %d worse; mean ratio %.4f over %d of %d",
                    mark,
                    Contender.OURS,
                    name,
                    equal,
                    better,
                    worse,
                    ratios / compared,
                    compared,
                    entries.size()));
        }
    }
}
