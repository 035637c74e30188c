/**
 * CP-SAT of OR-tools as a peer in the solver race, modelled in good faith: one model of the whole problem, and a
 * large-neighbourhood search over small models. May import the JDK, OR-tools, and of the scheduler {@code kernel}, {@code
 * planning} for the greedy start and the timing of sequences, {@code instance}, {@code search} and {@code race}. The models are
 * explained in docs/reference/race.md. Start reading at {@link vn.nhain.scheduler.bench.peer.CpSatContender}.
 */
@NullMarked
package vn.nhain.scheduler.bench.peer;

import org.jspecify.annotations.NullMarked;
