package vn.nhain.plant.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects mistakes, so that all are told at once. */
final class Mistakes {
    private final List<Mistake> found = new ArrayList<>();

    void add(int line, String key, String message) {
        found.add(new Mistake(line, key, message));
    }

    boolean none() {
        return found.isEmpty();
    }

    List<Mistake> byLine() {
        return found.stream().sorted(Comparator.comparingInt(Mistake::line)).toList();
    }
}
