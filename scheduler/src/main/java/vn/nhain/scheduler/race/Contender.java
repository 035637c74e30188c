package vn.nhain.scheduler.race;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A program that races. It is called with {@code INSTANCE OUT THREADS MARKS seed=S format=F}, where the marks are CPU seconds
 * of a thread, such as {@code 10,60}. It leaves its best plan at each mark in {@code OUT.MARK.json} and prints a line that
 * begins with {@code RESULT} and goes on with {@code key=value} words, of which those of {@link Heat} are kept.
 *
 * @param name how results call it
 * @param launch the program and its first arguments
 */
public record Contender(String name, List<String> launch) {
    /** The name of our own solver in results. */
    public static final String OURS = "nhain";

    public Contender {
        launch = List.copyOf(launch);
    }

    List<String> command(Path instance, Path out, RaceSettings settings, long seed) {
        List<String> command = new ArrayList<>(launch);
        command.add(instance.toString());
        command.add(out.toString());
        command.add(Integer.toString(settings.threads()));
        command.add(settings.marks().stream().map(String::valueOf).collect(Collectors.joining(",")));
        command.add("seed=" + seed);
        command.add("format=" + settings.format());
        return command;
    }
}
