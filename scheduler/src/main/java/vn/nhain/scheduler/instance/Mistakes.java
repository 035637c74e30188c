package vn.nhain.scheduler.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is wrong with a file: the first of many in words, the rest in number, so that no file can flood a terminal. */
final class Mistakes {
    private static final int MOST_TOLD = 50;
    private static final int MOST_SHOWN_OF_A_VALUE = 40;

    private final List<String> told = new ArrayList<>();
    private int more;

    /** Notes a mistake; numbers are written plainly. */
    void add(String sentence, Object... values) {
        if (told.size() < MOST_TOLD) {
            told.add(String.format(Locale.ROOT, sentence, values));
        } else {
            more++;
        }
    }

    void addAll(List<String> sentences) {
        sentences.forEach(sentence -> add("%s", sentence));
    }

    boolean isEmpty() {
        return told.isEmpty();
    }

    InstanceException exception() {
        List<String> all = new ArrayList<>(told);
        if (more > 0) {
            all.add("... and %d more mistakes.".formatted(more));
        }
        return new InstanceException(all);
    }

    /** A value of the file as a message may show it. */
    static String shown(Object value) {
        String text = value.toString();
        return text.length() <= MOST_SHOWN_OF_A_VALUE
                ? text
                : text.substring(0, MOST_SHOWN_OF_A_VALUE) + "... (" + text.length() + " characters)";
    }
}
