package vn.nhain.scheduler.kernel.problem;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Operations in an order in which each comes after its predecessors, or the circles that forbid one.
 *
 * @param order all operations; incomplete when there are circles
 * @param circles a sentence for each circle that was found
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once
record RoutingOrder(int[] order, List<String> circles) {
    private static final int MOST_NAMED = 12;

    /** Kahn's algorithm; what is left over lies on or behind a circle. */
    static RoutingOrder of(List<ProblemBuilder.Op> operations, List<String> names) {
        int n = operations.size();
        int[] waiting = new int[n];
        ArrayDeque<Integer> ready = new ArrayDeque<>();
        for (int o = 0; o < n; o++) {
            waiting[o] = operations.get(o).predecessors.size();
            if (waiting[o] == 0) {
                ready.add(o);
            }
        }
        int[] order = new int[n];
        int count = 0;
        while (!ready.isEmpty()) {
            int o = ready.remove();
            order[count++] = o;
            for (int successor : operations.get(o).successors) {
                if (--waiting[successor] == 0) {
                    ready.add(successor);
                }
            }
        }
        return new RoutingOrder(order, count == n ? List.of() : circles(operations, names, waiting));
    }

    /** Walks back from each operation that is left over, always to a predecessor that is too: it must come to a circle. */
    private static List<String> circles(List<ProblemBuilder.Op> operations, List<String> names, int[] waiting) {
        List<String> circles = new ArrayList<>();
        int[] walk = new int[waiting.length];
        for (int first = 0; first < waiting.length; first++) {
            int o = first;
            while (waiting[o] > 0 && walk[o] == 0) {
                walk[o] = first + 1;
                o = operations.get(o).predecessors.stream()
                        .mapToInt(ProblemBuilder.Link::operation)
                        .filter(p -> waiting[p] > 0)
                        .findFirst()
                        .orElseThrow();
            }
            if (waiting[o] > 0 && walk[o] == first + 1) {
                circles.add(circle(operations, names, waiting, o));
            }
        }
        return circles;
    }

    private static String circle(List<ProblemBuilder.Op> operations, List<String> names, int[] waiting, int from) {
        List<String> named = new ArrayList<>();
        int o = from;
        do {
            named.add(names.get(o));
            o = operations.get(o).predecessors.stream()
                    .mapToInt(ProblemBuilder.Link::operation)
                    .filter(p -> waiting[p] > 0)
                    .findFirst()
                    .orElseThrow();
        } while (o != from && named.size() < MOST_NAMED);
        named.add(o == from ? names.get(from) : "...");
        Collections.reverse(named);
        return "The operations (%s) wait for one another in a circle. Remove one of these precedences."
                .formatted(String.join(" -> ", named));
    }
}
