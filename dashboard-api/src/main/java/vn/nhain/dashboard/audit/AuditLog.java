package vn.nhain.dashboard.audit;

import java.util.List;
import vn.nhain.dashboard.audit.api.AuditEntry;

/** The audit trail: it only grows. Implementations are thread-safe. */
public interface AuditLog {
    /**
     * Writes an entry, at plant time now.
     *
     * @param who the person, or the part that acted by itself
     * @param action such as {@code plan.release}
     * @param subject what was changed, such as {@code plan 7}
     * @param before what it was; empty when there was nothing
     * @param after what it is; empty when there is nothing
     */
    void record(String who, String action, String subject, String before, String after);

    /** The last entries, the newest first. */
    List<AuditEntry> newest(int limit);
}
