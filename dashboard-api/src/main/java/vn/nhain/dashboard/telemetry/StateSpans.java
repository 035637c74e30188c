package vn.nhain.dashboard.telemetry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.nhain.dashboard.telemetry.api.StateSpan;

/** Joins state readings to spans: repeated states are one span. */
public final class StateSpans {
    private final Instant from;
    private final Instant to;
    private final List<StateSpan> spans = new ArrayList<>();
    private Instant since;
    private String state = "";

    /** Spans between two instants. */
    public StateSpans(Instant from, Instant to) {
        this.from = from;
        this.to = to;
        this.since = from;
    }

    /** The next reading by time; one before {@code from} says what the state was at {@code from}. */
    public void add(Instant at, String next) {
        if (next.equals(state)) {
            return;
        }
        Instant start = at.isBefore(from) ? from : at;
        end(start);
        since = start;
        state = next;
    }

    /** All spans, the last one up to the end. */
    public List<StateSpan> finish() {
        end(to);
        return List.copyOf(spans);
    }

    private void end(Instant at) {
        if (!state.isEmpty() && since.isBefore(at)) {
            spans.add(new StateSpan(since, at, state));
        }
    }
}
