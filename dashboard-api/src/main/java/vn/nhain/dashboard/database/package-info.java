/**
 * The business store's connections and schema: HikariCP, Flyway and JDBI. Start reading at {@link
 * vn.nhain.dashboard.database.Database}.
 */
@NullMarked
package vn.nhain.dashboard.database;

import org.jspecify.annotations.NullMarked;
