package vn.nhain.edge.faults;

/** How bad the day is. */
enum Scale {
    /** Seconds, for the usual test run. */
    SHORT,
    /** As bad as it gets. */
    FULL;

    static Scale asked() {
        return "full".equals(System.getProperty("nhain.faults")) ? FULL : SHORT;
    }

    int of(int inShort, int inFull) {
        return this == FULL ? inFull : inShort;
    }
}
