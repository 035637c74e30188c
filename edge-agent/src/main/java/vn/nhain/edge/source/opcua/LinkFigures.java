package vn.nhain.edge.source.opcua;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What a link counts about itself, since the start of the agent. Thread-safe. */
final class LinkFigures {
    /** Two of the pauses after which a server without news says that it lives. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(11);

    private static final int LAGS = 512;

    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong overflows = new AtomicLong();
    private final AtomicLong lostNotifications = new AtomicLong();
    private final AtomicLong gaps = new AtomicLong();
    private volatile @Nullable Long clockSkewMillis;

    private final long[] lagMillis = new long[LAGS];
    private int lagsSeen;

    void onMessage(long nanosSinceLast) {
        messages.incrementAndGet();
        if (nanosSinceLast > LONGEST_PAUSE.toNanos()) {
            gaps.incrementAndGet();
        }
    }

    /** The server had to throw values of a tag away between two publishes. */
    void onOverflow() {
        overflows.incrementAndGet();
    }

    /** The server has notifications no more that we never got. */
    void onLostNotification() {
        lostNotifications.incrementAndGet();
    }

    /** The connection was made anew: what changed and changed back meanwhile is not known. */
    void onReconnected() {
        gaps.incrementAndGet();
    }

    /** How much the server's clock is ahead of this computer's. */
    void onClockRead(Duration skew) {
        clockSkewMillis = skew.toMillis();
    }

    /** The newest source time of a notification, and when it came. */
    synchronized void onArrival(Instant sourceTime, Instant arrived) {
        lagMillis[lagsSeen++ % LAGS] = Duration.between(sourceTime, arrived).toMillis();
    }

    long messages() {
        return messages.get();
    }

    long dataLost() {
        return overflows.get() + lostNotifications.get();
    }

    /** For the health page. */
    Map<String, Long> byName(int slowItems) {
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("overflows", overflows.get());
        figures.put("lostNotifications", lostNotifications.get());
        figures.put("gaps", gaps.get());
        figures.put("slowItems", (long) slowItems);
        Long skew = clockSkewMillis;
        if (skew != null) {
            figures.put("clockSkewMillis", skew);
        }
        long[] lags = lags();
        if (lags.length > 0) {
            figures.put("lagP50Millis", lags[lags.length / 2]);
            figures.put("lagP99Millis", lags[(int) (lags.length * 0.99)]);
        }
        return figures;
    }

    private synchronized long[] lags() {
        long[] lags = Arrays.copyOf(lagMillis, Math.min(lagsSeen, LAGS));
        Arrays.sort(lags);
        return lags;
    }
}
