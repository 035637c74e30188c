package vn.nhain.edge.pipeline;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;

/**
 * Says each thing once, then at every tenfold: a tag that is wrong ten times a second must not fill the log. Thread-safe.
 */
final class Complaints {
    private static final int MOST_SUBJECTS = 1_000;

    private final Logger log;
    private final Map<String, Long> countBySubject = new ConcurrentHashMap<>();

    Complaints(Logger log) {
        this.log = log;
    }

    void add(String subject, String reason) {
        say("Refused a value of {}: {} ({} so far)", subject, reason);
    }

    /** Something that is worth a look, and refuses nothing. */
    void note(String subject, String what) {
        say("{} {} ({} so far)", subject, what);
    }

    private void say(String words, String subject, String reason) {
        String key = countBySubject.size() < MOST_SUBJECTS || countBySubject.containsKey(subject) ? subject : "others";
        long count = countBySubject.merge(key, 1L, Long::sum);
        if (isPowerOfTen(count)) {
            log.warn(words, printable(subject), printable(reason), count);
        }
    }

    private static boolean isPowerOfTen(long count) {
        long power = 1;
        while (power < count) {
            power *= 10;
        }
        return power == count;
    }

    /** What came over a wire must not forge log lines. */
    private static String printable(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", "?");
        return clean.length() <= 120 ? clean : clean.substring(0, 120) + "…";
    }
}
