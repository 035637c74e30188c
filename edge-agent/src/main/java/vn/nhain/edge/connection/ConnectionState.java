package vn.nhain.edge.connection;

import java.time.Instant;

/** Where a connection stands. Times are wall time: they tell a person how long it has lasted. */
public sealed interface ConnectionState {
    /** When this state began, wall time. */
    Instant since();

    /** Whether data can flow. */
    default boolean isUp() {
        return this instanceof Connected;
    }

    /** Trying for the {@code attempt}-th time since it was last up. */
    record Connecting(Instant since, int attempt) implements ConnectionState {}

    /** Up. */
    record Connected(Instant since) implements ConnectionState {}

    /** Down for this reason; the next attempt follows by itself. */
    record Waiting(Instant since, int attempt, String reason) implements ConnectionState {}

    /** Closed for good. */
    record Closed(Instant since) implements ConnectionState {}
}
