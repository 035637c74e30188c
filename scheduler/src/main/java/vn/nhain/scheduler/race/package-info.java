/**
 * The solver race: every contender is a program of its own that is started for one problem and one seed, gets the same CPU
 * seconds, and leaves a plan at each mark; every plan is judged by the independent checker. May import the JDK, {@code
 * instance}, {@code search} and {@code check}. Start reading at {@link vn.nhain.scheduler.race.Race}.
 */
@NullMarked
package vn.nhain.scheduler.race;

import org.jspecify.annotations.NullMarked;
