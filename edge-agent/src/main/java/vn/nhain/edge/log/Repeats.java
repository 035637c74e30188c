package vn.nhain.edge.log;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;

/**
 * Says each thing once, then at every tenfold: a tag that is wrong ten times a second must not fill the log. Thread-safe.
 */
public final class Repeats {
    private static final int MOST_SUBJECTS = 1_000;
    private static final int LONGEST = 120;

    private final Logger log;
    private final Map<String, Long> countBySubject = new ConcurrentHashMap<>();

    public Repeats(Logger log) {
        this.log = log;
    }

    /** Warns of a refusal. */
    public void refused(String subject, String reason) {
        long count = count(subject);
        if (isPowerOfTen(count)) {
            log.warn("Refused a value of {}: {} ({} so far)", printable(subject), printable(reason), count);
        }
    }

    /** Warns of something that is worth a look, and refuses nothing. */
    public void warn(String subject, String what) {
        long count = count(subject);
        if (isPowerOfTen(count)) {
            log.warn("{} {} ({} so far)", printable(subject), printable(what), count);
        }
    }

    /** Reports an error of ours, with its trace. */
    public void error(String subject, Throwable error) {
        long count = count(subject + " " + error.getClass().getName());
        if (isPowerOfTen(count)) {
            log.error("{} ({} so far)", printable(subject), count, error);
        }
    }

    private long count(String subject) {
        String key = countBySubject.size() < MOST_SUBJECTS || countBySubject.containsKey(subject) ? subject : "others";
        return countBySubject.merge(key, 1L, Long::sum);
    }

    private static boolean isPowerOfTen(long count) {
        long power = 1;
        while (power < count) {
            power *= 10;
        }
        return power == count;
    }

    /** What came over a wire must neither forge lines nor fill them. */
    public static String printable(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", "?");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }
}
