package vn.nhain.scheduler.race;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is raced.
 *
 * @param format {@code ops} or {@code fjs}
 * @param marks CPU seconds of a thread at which plans are compared, rising
 * @param seeds a run each; the median counts
 * @param threads threads of each contender
 * @param csv results that are added to, or empty
 * @param plans folder that keeps every plan, or empty
 */
public record RaceSettings(
        String format, List<Integer> marks, List<Long> seeds, int threads, Optional<Path> csv, Optional<Path> plans) {
    public RaceSettings {
        marks = marks.stream().sorted().distinct().toList();
        seeds = seeds.stream().distinct().toList();
    }

    int lastMark() {
        return marks.get(marks.size() - 1);
    }
}
