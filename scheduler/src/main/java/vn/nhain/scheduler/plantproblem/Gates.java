package vn.nhain.scheduler.plantproblem;

import java.util.Objects;
import java.util.Optional;
import vn.nhain.plant.order.Gate;
import vn.nhain.plant.order.Order;
import vn.nhain.scheduler.api.Reason;
import vn.nhain.scheduler.words.Words;

/** What the gates of an order mean for its start. */
final class Gates {
    private final PlanTime time;
    private final Words words;

    Gates(PlanTime time, Words words) {
        this.time = time;
        this.words = words;
    }

    /** Why nobody knows when the order may start; empty when somebody does. */
    Optional<Reason> barrier(Order order) {
        return order.gates().stream()
                .filter(g -> !g.cleared() && g.expected() == null)
                .findFirst()
                .map(g -> new Reason(
                        "gate",
                        "waits for %s, and nobody knows until when"
                                .formatted(Words.gate(g.kind()).en()),
                        "chờ %s, chưa biết đến bao giờ"
                                .formatted(Words.gate(g.kind()).vi())));
    }

    /** The time from which all gates are expected to be open; the origin when they are. */
    Release release(Order order) {
        Release release = start();
        for (Gate gate : order.gates()) {
            if (!gate.cleared() && gate.expected() != null) {
                release = release.later(of(gate));
            }
        }
        return release;
    }

    /** Nothing but the origin. */
    Release start() {
        Reason reason = new Reason("origin", "starts at once", "bắt đầu ngay");
        return new Release(0, reason, new Reason("origin", "planned from now on", "lập kế hoạch từ bây giờ"));
    }

    private Release of(Gate gate) {
        Words.Both name = Words.gate(gate.kind());
        Words.Both at = words.time(Objects.requireNonNull(gate.expected()));
        return new Release(
                time.from(Objects.requireNonNull(gate.expected())),
                new Reason(
                        "gate",
                        "waits for %s until %s".formatted(name.en(), at.en()),
                        "chờ %s đến %s".formatted(name.vi(), at.vi())),
                new Reason(
                        "gate",
                        "%s comes %s".formatted(name.en(), at.en()),
                        "%s có lúc %s".formatted(name.vi(), at.vi())));
    }
}
