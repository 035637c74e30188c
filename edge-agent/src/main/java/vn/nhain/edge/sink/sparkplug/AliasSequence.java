package vn.nhain.edge.sink.sparkplug;

import java.util.function.LongSupplier;

/** Aliases: unique in the node, for its devices together. One thread. */
final class AliasSequence implements LongSupplier {
    private long last;

    @Override
    public long getAsLong() {
        return ++last;
    }
}
