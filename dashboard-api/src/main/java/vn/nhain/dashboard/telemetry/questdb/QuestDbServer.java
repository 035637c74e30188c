package vn.nhain.dashboard.telemetry.questdb;

import io.questdb.ServerMain;
import io.questdb.cairo.CairoEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhain.dashboard.problem.StartupException;

/**
 * The QuestDB server in this process, with nothing on but its HTTP listener for the line protocol. Every commit is synced to
 * disk before it is acknowledged.
 */
final class QuestDbServer implements AutoCloseable {
    private static final String LOG_PROPERTY = "out";

    private final ServerMain server;
    private final FileChannel lock;

    private QuestDbServer(ServerMain server, FileChannel lock) {
        this.server = server;
        this.lock = lock;
    }

    /**
     * Starts it.
     *
     * @param folder where it keeps its files; made when missing
     * @param bind address to listen on
     * @param port port to listen on; 0 for a free one
     * @throws StartupException when the folder is in use or unreadable, its files are damaged, or the port is in use
     */
    static QuestDbServer start(Path folder, String bind, int port) {
        Path root = folder.toAbsolutePath();
        FileChannel lock = lock(root);
        try {
            logToFile(root);
            ServerMain server = ServerMain.create(root.toString(), settings(bind, port));
            try {
                server.start();
                return new QuestDbServer(server, lock);
            } catch (RuntimeException | Error e) {
                server.close();
                throw e;
            }
        } catch (RuntimeException | Error e) {
            // QuestDB throws errors of its own for damaged files, such as CairoError
            release(lock);
            throw damaged(root, e);
        }
    }

    CairoEngine engine() {
        return server.getEngine();
    }

    int port() {
        return server.getHttpServerPort();
    }

    @Override
    public void close() {
        server.close();
        release(lock);
    }

    /** What to say of files that cannot be used. */
    static StartupException damaged(Path root, Throwable e) {
        return new StartupException(
                "The telemetry store in %s cannot be used: %s. If its port is in use, choose another; if its files are damaged, restore a backup or choose another data folder. Nothing was overwritten."
                        .formatted(root, e.getMessage()),
                e);
    }

    private static Map<String, String> settings(String bind, int port) {
        Map<String, String> settings = new HashMap<>();
        settings.put("QDB_HTTP_BIND_TO", bind + ":" + port);
        settings.put("QDB_HTTP_MIN_ENABLED", "false");
        settings.put("QDB_PG_ENABLED", "false");
        settings.put("QDB_LINE_TCP_ENABLED", "false");
        settings.put("QDB_LINE_UDP_ENABLED", "false");
        settings.put("QDB_TELEMETRY_ENABLED", "false");
        settings.put("QDB_METRICS_ENABLED", "false");
        settings.put("QDB_SHARED_WORKER_COUNT", "1");
        settings.put("QDB_CAIRO_COMMIT_MODE", "sync");
        settings.put("QDB_CAIRO_MAT_VIEW_ENABLED", "false");
        for (String pool : List.of("SHARED", "WAL_APPLY", "VIEW_COMPILER", "EXPORT")) {
            rest(settings, "QDB_" + pool + "_WORKER");
        }
        return settings;
    }

    /** Lets the workers of a pool sleep soon: by default each turns 10,000 times at every pause, for latencies not needed here. */
    private static void rest(Map<String, String> settings, String pool) {
        settings.put(pool + "_YIELD_THRESHOLD", "5");
        settings.put(pool + "_NAP_THRESHOLD", "20");
        settings.put(pool + "_SLEEP_THRESHOLD", "40");
        settings.put(pool + "_SLEEP_TIMEOUT", "10");
    }

    /** QuestDB locks tables, not folders; two processes on one folder would damage it. */
    private static FileChannel lock(Path root) {
        try {
            Files.createDirectories(root);
            FileChannel channel =
                    FileChannel.open(root.resolve("store.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new StartupException(
                        "The telemetry store in %s is in use by another process. End that one, or choose another data folder."
                                .formatted(root),
                        null);
            }
            return channel;
        } catch (IOException e) {
            throw new StartupException(
                    "The telemetry store in %s cannot be read and written: %s. Give yourself the rights, or choose another data folder."
                            .formatted(root, e),
                    e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void release(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The lock of the telemetry store could not be released.", e);
        }
    }

    /**
     * QuestDB logs to stdout unless a system property says otherwise before its first use; the settings of the server do not
     * reach its log. Set once in a process: a later store of the same process logs to the same file.
     */
    private static void logToFile(Path root) {
        if (System.getProperty(LOG_PROPERTY) != null) {
            return;
        }
        Path conf = root.resolve("log.conf");
        Path log = root.resolve("questdb.log");
        try {
            Files.writeString(conf, """
                    writers=file
                    w.file.class=io.questdb.log.LogFileWriter
                    w.file.location=%s
                    w.file.level=ERROR,CRITICAL
                    """.formatted(log));
        } catch (IOException e) {
            throw new UncheckedIOException("The file %s cannot be written.".formatted(conf), e);
        }
        System.setProperty(LOG_PROPERTY, conf.toString());
    }
}
