package vn.nhain.dashboard.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import vn.nhain.dashboard.config.DatabaseConfig;
import vn.nhain.dashboard.problem.StartupException;

/** The business store, its schema brought up to date. Thread-safe. */
public final class Database implements AutoCloseable {
    private static final int CONNECTIONS = 8;
    private static final long CONNECT_MS = 10_000;

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
    }

    /**
     * Connects and migrates.
     *
     * @throws StartupException when it is out of reach, locked, damaged, or of another version; it is left as it was
     */
    public static Database open(DatabaseConfig config) {
        HikariConfig hikari = new HikariConfig();
        hikari.setPoolName("business");
        hikari.setJdbcUrl(config.url());
        hikari.setUsername(config.user());
        hikari.setPassword(config.password());
        hikari.setMaximumPoolSize(CONNECTIONS);
        hikari.setMinimumIdle(1);
        hikari.setConnectionTimeout(CONNECT_MS);
        HikariDataSource pool;
        try {
            pool = new HikariDataSource(hikari);
        } catch (HikariPool.PoolInitializationException e) {
            throw new StartupException(remedy(config, e), e);
        }
        try {
            Flyway.configure().dataSource(pool).load().migrate();
            return new Database(pool);
        } catch (FlywayException e) {
            pool.close();
            throw new StartupException(
                    "The business store (%s) could not be brought to this version: %s. Nothing of it was lost; restore a backup or choose another store."
                            .formatted(config.url(), e.getMessage()),
                    e);
        }
    }

    /** Access for the stores. */
    public Jdbi jdbi() {
        return jdbi;
    }

    @Override
    public void close() {
        pool.close();
    }

    private static String remedy(DatabaseConfig config, Throwable e) {
        String said = rootOf(e).getMessage() + "";
        if (said.contains("already in use")) {
            return "The business store (%s) is in use by another process. End that one, or choose another data folder."
                    .formatted(config.url());
        }
        if (config.url().startsWith("jdbc:h2:file:")) {
            return "The business store (%s) cannot be read: %s. It may be damaged: restore a backup, or choose another data folder. Nothing was overwritten."
                    .formatted(config.url(), said);
        }
        return "The business store (%s) cannot be reached: %s. Start it, or correct database.url, user and password."
                .formatted(config.url(), said);
    }

    private static Throwable rootOf(Throwable e) {
        Throwable cause = e.getCause();
        return cause == null ? e : rootOf(cause);
    }
}
