package vn.nhain.edge.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** A real store in a process of its own, that a test may kill and start again on its files. */
interface StoreProcess extends AutoCloseable {
    /** Starts one. */
    interface Starter {
        StoreProcess start(Path folder) throws Exception;
    }

    URI url();

    /** Further keys of the agent's section {@code store}, each after a comma. */
    String keys();

    /** SIGKILL. */
    void kill();

    /** Starts it on its files; returns when it answers. */
    void restart() throws IOException, InterruptedException;

    /** Its rows of measurement {@code machine} as line protocol. */
    List<String> dump() throws IOException, InterruptedException;

    @Override
    void close();
}
