package vn.nhain.scheduler.race;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.nhain.scheduler.instance.Instance;
import vn.nhain.scheduler.instance.InstanceException;

/**
 * A problem that is raced over.
 *
 * @param file where it is
 * @param name its file name without ending
 * @param operations how many it has
 * @param machines how many it has
 */
record Entry(Path file, String name, int operations, int machines) {
    /** The problems of a folder whose name matches, by size. */
    static List<Entry> of(Path folder, String format, String pattern) throws IOException, InstanceException {
        String ending = format.equals("ops") ? ".json" : ".txt";
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        }
        List<Entry> entries = new ArrayList<>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            if (name.substring(0, name.length() - ending.length()).matches(pattern)) {
                Instance instance = Instance.read(file, format);
                entries.add(new Entry(
                        file,
                        instance.name(),
                        instance.problem().operations(),
                        instance.problem().machines()));
            }
        }
        entries.sort(Comparator.comparingInt(Entry::operations).thenComparing(Entry::name));
        return entries;
    }
}
