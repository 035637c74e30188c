package vn.nhain.edge.source.opcua.discover;

/**
 * How far a server is searched: a server may have millions of nodes, or rings of references.
 *
 * @param depth steps from the Objects folder, 1 to 100
 * @param nodes nodes that are looked at, 1 to 1,000,000
 */
public record DiscoveryLimits(int depth, int nodes) {
    public static final DiscoveryLimits DEFAULTS = new DiscoveryLimits(12, 20_000);

    public DiscoveryLimits {
        if (depth < 1 || depth > 100 || nodes < 1 || nodes > 1_000_000) {
            throw new IllegalArgumentException(
                    "The depth (%d) must be 1 to 100, the number of nodes (%d) 1 to 1000000.".formatted(depth, nodes));
        }
    }
}
