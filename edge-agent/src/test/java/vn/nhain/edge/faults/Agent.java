package vn.nhain.edge.faults;

import java.io.IOException;
import java.nio.file.Path;
import vn.nhain.edge.spool.Counters;

/** What the list needs to know of an agent, wherever it runs. */
interface Agent {
    Counters counters() throws IOException, InterruptedException;

    /** Readings that wait for the disk. */
    int uncommitted() throws IOException, InterruptedException;

    /** Where its spool and its quarantine file are. */
    Path dataDir();
}
