package vn.nhain.edge.sink.influx;

import vn.nhain.edge.sink.WriteOutcome;

/** What an HTTP status of a store means for a batch. */
final class Refusal {
    private Refusal() {}

    /**
     * Only 400 and 422 speak of the lines themselves. A wrong token (401, 403) or a missing bucket (404) is a matter of
     * set-up: someone will mend it, and until then nothing may be lost.
     *
     * @param status HTTP status, or 0 when there was no answer
     */
    static WriteOutcome of(int status, String message) {
        return switch (status) {
            case 400, 422 -> new WriteOutcome.Refused("HTTP %d: %s".formatted(status, message));
            case 413 -> new WriteOutcome.TooLarge("HTTP 413: %s".formatted(message));
            case 0 -> new WriteOutcome.Unavailable("no answer: %s".formatted(message));
            default -> new WriteOutcome.Unavailable("HTTP %d: %s".formatted(status, message));
        };
    }
}
