package vn.nhain.dashboard.order;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhain.dashboard.order.api.Bilingual;

/** What is expected of the orders; known by the plan and the floor. */
public interface OrderOutlook {
    /** Expectations by order id; orders that are not planned are missing. */
    Map<String, Outlook> outlooks();

    /**
     * What is expected of an order.
     *
     * @param end plant time at which it is expected to end; null when it is barred
     * @param lateMinutes minutes after its production due time; 0 when in time
     * @param lateReason why; null when it is not late
     * @param progress share that is done, 0 to 1
     * @param barred what bars it from the plan; null for nothing
     */
    record Outlook(
            @Nullable Instant end,
            long lateMinutes,
            @Nullable Bilingual lateReason,
            double progress,
            @Nullable Bilingual barred) {
        /** Not planned. */
        public static final Outlook NONE = new Outlook(null, 0, null, 0, null);
    }
}
