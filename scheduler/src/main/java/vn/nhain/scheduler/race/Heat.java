package vn.nhain.scheduler.race;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import vn.nhain.scheduler.check.PlanChecker;
import vn.nhain.scheduler.check.Verdict;
import vn.nhain.scheduler.check.Violation;

/** One run of one contender on one problem from one seed, in a process of its own; ends with the checker's verdict. */
final class Heat {
    /** Wall seconds that a run may take for each CPU second: guards against a machine that is too busy to finish. */
    private static final int PATIENCE = 40;
    /** Wall seconds to start, read and write. */
    private static final int GRACE_SECONDS = 120;

    private final RaceSettings settings;
    private final Path folder;

    /**
     * Runs heats.
     *
     * @param folder where plans are left
     */
    Heat(RaceSettings settings, Path folder) {
        this.settings = settings;
        this.folder = folder;
    }

    /** A cell a mark. */
    List<Cell> run(Contender contender, Path file, String instance, long seed)
            throws IOException, InterruptedException {
        Path out = folder.resolve(String.join(".", instance, contender.name(), "" + settings.threads(), "" + seed));
        Path told = folder.resolve(out.getFileName() + ".out");
        Path log = folder.resolve(out.getFileName() + ".log");
        long began = System.nanoTime();
        Process process = new ProcessBuilder(contender.command(file, out, settings, seed))
                .redirectOutput(told.toFile())
                .redirectError(log.toFile())
                .start();
        Thread onExit = new Thread(process::destroy, "race-ends");
        Runtime.getRuntime().addShutdownHook(onExit);
        boolean ended;
        try {
            process.getOutputStream().close();
            ended = process.waitFor(GRACE_SECONDS + (long) PATIENCE * settings.lastMark(), TimeUnit.SECONDS);
        } finally {
            process.destroyForcibly();
            Runtime.getRuntime().removeShutdownHook(onExit);
        }
        double wall = (System.nanoTime() - began) / 1e9;
        Map<String, String> words = words(told);
        List<Cell> cells = new ArrayList<>();
        for (int mark : settings.marks()) {
            cells.add(judge(
                    contender,
                    file,
                    instance,
                    seed,
                    mark,
                    wall,
                    words,
                    folder.resolve(out.getFileName() + "." + mark + ".json")));
        }
        if (!ended || process.exitValue() != 0) {
            throw new IOException("The contender (%s) %s on (%s) with seed %d. It said: %s%n%s"
                    .formatted(
                            contender.name(),
                            ended ? "ended with status " + process.exitValue() : "did not end in time",
                            instance,
                            seed,
                            tail(told),
                            tail(log)));
        }
        Files.deleteIfExists(told);
        Files.deleteIfExists(log);
        return cells;
    }

    private Cell judge(
            Contender contender,
            Path file,
            String instance,
            long seed,
            int mark,
            double wall,
            Map<String, String> words,
            Path plan)
            throws IOException {
        long makespan = -1;
        String verdict = Cell.NO_PLAN;
        if (Files.exists(plan)) {
            Verdict judged = PlanChecker.check(file, settings.format(), plan);
            makespan = judged.feasible() ? (long) judged.objective() : -1;
            verdict = judged.feasible()
                    ? Cell.FEASIBLE
                    : judged.violations().stream()
                            .map(Violation::constraint)
                            .distinct()
                            .limit(3)
                            .collect(Collectors.joining(" "));
            if (settings.plans().isEmpty()) {
                Files.delete(plan);
            }
        }
        return new Cell(
                instance,
                contender.name(),
                settings.threads(),
                seed,
                mark,
                makespan,
                verdict,
                wall,
                ofMark(words, mark));
    }

    /** {@code cpu10=9.98} is the word {@code cpu} of the mark 10. */
    private static Map<String, String> ofMark(Map<String, String> words, int mark) {
        Map<String, String> own = new HashMap<>();
        for (String key : Cell.TOLD) {
            String value = words.getOrDefault(key + mark, words.get(key));
            if (value != null) {
                own.put(key, value);
            }
        }
        return own;
    }

    private static Map<String, String> words(Path told) throws IOException {
        Map<String, String> words = new HashMap<>();
        for (String line : Files.readAllLines(told, StandardCharsets.UTF_8)) {
            if (line.startsWith("RESULT ")) {
                for (String word : line.split("\\s+", -1)) {
                    int at = word.indexOf('=');
                    if (at > 0) {
                        words.put(word.substring(0, at), word.substring(at + 1));
                    }
                }
            }
        }
        return words;
    }

    private static String tail(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }
}
