package vn.nhain.dashboard.config;

import java.nio.file.Path;

/**
 * The business store.
 *
 * @param url JDBC URL of H2 2.x or PostgreSQL 15 or later
 * @param user user name; empty for none
 * @param password password; empty for none
 */
public record DatabaseConfig(String url, String user, String password) {
    /**
     * An H2 file. {@code WRITE_DELAY=0}: without it H2 loses acknowledged commits when the process is killed. {@code
     * DB_CLOSE_ON_EXIT=FALSE}: the dashboard closes it, not a shutdown hook that races with it.
     */
    public static DatabaseConfig file(Path folder) {
        return new DatabaseConfig(
                "jdbc:h2:file:" + folder.toAbsolutePath().resolve("nhain") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
                "sa",
                "");
    }

    /** A store that is gone with the process, for tests and trials. */
    public static DatabaseConfig memory(String name) {
        return new DatabaseConfig("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "DatabaseConfig[url=%s, user=%s]".formatted(url, user);
    }
}
