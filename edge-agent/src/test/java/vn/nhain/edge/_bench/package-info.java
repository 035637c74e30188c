/** Load on the agent from processes of their own, by hand only; {@code docs/benchmarks.md} has the command. */
@NullMarked
package vn.nhain.edge._bench;

import org.jspecify.annotations.NullMarked;
