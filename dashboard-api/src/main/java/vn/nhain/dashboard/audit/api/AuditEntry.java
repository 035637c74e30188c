package vn.nhain.dashboard.audit.api;

import java.time.Instant;

/** An entry of the audit trail, at plant time; see {@link vn.nhain.dashboard.audit.AuditLog#record}. */
public record AuditEntry(long id, Instant at, String who, String action, String subject, String before, String after) {}
