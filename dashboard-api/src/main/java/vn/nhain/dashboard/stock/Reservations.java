package vn.nhain.dashboard.stock;

import java.util.Map;

/** What the plan in force will still take; known by the plan. */
public interface Reservations {
    /** Sheets by material. */
    Map<String, Long> reservedSheets();
}
