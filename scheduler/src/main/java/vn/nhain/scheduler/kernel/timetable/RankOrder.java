package vn.nhain.scheduler.kernel.timetable;

import java.util.Arrays;

/**
 * A topological order of operations that is repaired locally when an edge is added (Pearce and Kelly, A dynamic topological
 * sort algorithm for directed acyclic graphs, ACM JEA 11, 2006, doi 10.1145/1187436.1210590). The graph itself belongs to
 * the caller. Changes are journalled so that they can be taken back.
 */
final class RankOrder {
    /** The graph whose order is kept. */
    interface Graph {
        /** Writes the direct successors of a node into {@code into} and returns how many. */
        int successors(int node, int[] into);

        /** Writes the direct predecessors of a node into {@code into} and returns how many. */
        int predecessors(int node, int[] into);
    }

    private final Graph graph;
    private final int[] rank;
    private final int[] at;
    private final int[] seen;
    private final int[] stack;
    private final int[] forward;
    private final int[] backward;
    private final int[] pool;
    private final int[] neighbours;
    private int stamp;
    private int forwardCount;
    private int backwardCount;

    private int[] journalNode = new int[64];
    private int[] journalRank = new int[64];
    private int journalled;

    RankOrder(Graph graph, int[] order, int mostNeighbours) {
        int n = order.length;
        this.graph = graph;
        this.rank = new int[n];
        this.at = order.clone();
        this.seen = new int[n];
        this.stack = new int[n + 1];
        this.forward = new int[n];
        this.backward = new int[n];
        this.pool = new int[2 * n];
        this.neighbours = new int[mostNeighbours];
        for (int r = 0; r < n; r++) {
            rank[at[r]] = r;
        }
    }

    int rank(int node) {
        return rank[node];
    }

    int at(int rankWanted) {
        return at[rankWanted];
    }

    /** Forgets how to take changes back. */
    void commit() {
        journalled = 0;
    }

    /** Takes back all changes since the last commit. */
    void rollback() {
        while (journalled > 0) {
            journalled--;
            int node = journalNode[journalled];
            rank[node] = journalRank[journalled];
            at[rank[node]] = node;
        }
    }

    /**
     * Makes the order respect an edge that the graph already has.
     *
     * @return false when the edge closes a cycle; the order is then as before
     */
    boolean require(int before, int after) {
        int low = rank[after];
        int high = rank[before];
        if (high < low) {
            return true;
        }
        stamp++;
        if (!collectForward(after, high, before)) {
            return false;
        }
        collectBackward(before, low);
        reorder();
        return true;
    }

    private boolean collectForward(int from, int high, int forbidden) {
        forwardCount = 0;
        int depth = 0;
        stack[depth++] = from;
        seen[from] = stamp;
        while (depth > 0) {
            int node = stack[--depth];
            forward[forwardCount++] = node;
            int count = graph.successors(node, neighbours);
            for (int i = 0; i < count; i++) {
                int next = neighbours[i];
                if (next == forbidden) {
                    return false;
                }
                if (seen[next] != stamp && rank[next] <= high) {
                    seen[next] = stamp;
                    stack[depth++] = next;
                }
            }
        }
        return true;
    }

    private void collectBackward(int from, int low) {
        backwardCount = 0;
        int depth = 0;
        stack[depth++] = from;
        seen[from] = stamp;
        while (depth > 0) {
            int node = stack[--depth];
            backward[backwardCount++] = node;
            int count = graph.predecessors(node, neighbours);
            for (int i = 0; i < count; i++) {
                int next = neighbours[i];
                if (seen[next] != stamp && rank[next] >= low) {
                    seen[next] = stamp;
                    stack[depth++] = next;
                }
            }
        }
    }

    /** What must come first and what must come last share their old ranks anew, each group in its old order. */
    private void reorder() {
        int count = forwardCount + backwardCount;
        for (int i = 0; i < backwardCount; i++) {
            backward[i] = rank[backward[i]];
        }
        for (int i = 0; i < forwardCount; i++) {
            forward[i] = rank[forward[i]];
        }
        Arrays.sort(backward, 0, backwardCount);
        Arrays.sort(forward, 0, forwardCount);
        // nodes in their new order, named by their old ranks
        int[] nodes = stack;
        if (count > nodes.length) {
            throw new IllegalStateException("More nodes to reorder than there are.");
        }
        for (int i = 0; i < backwardCount; i++) {
            nodes[i] = at[backward[i]];
        }
        for (int i = 0; i < forwardCount; i++) {
            nodes[backwardCount + i] = at[forward[i]];
        }
        merge(count);
        for (int i = 0; i < count; i++) {
            int node = nodes[i];
            if (rank[node] != pool[i]) {
                record(node, rank[node]);
                rank[node] = pool[i];
                at[pool[i]] = node;
            }
        }
    }

    private void merge(int count) {
        int b = 0;
        int f = 0;
        for (int i = 0; i < count; i++) {
            if (f == forwardCount || (b < backwardCount && backward[b] < forward[f])) {
                pool[i] = backward[b++];
            } else {
                pool[i] = forward[f++];
            }
        }
    }

    private void record(int node, int oldRank) {
        if (journalled == journalNode.length) {
            journalNode = Arrays.copyOf(journalNode, journalled * 2);
            journalRank = Arrays.copyOf(journalRank, journalled * 2);
        }
        journalNode[journalled] = node;
        journalRank[journalled++] = oldRank;
    }
}
