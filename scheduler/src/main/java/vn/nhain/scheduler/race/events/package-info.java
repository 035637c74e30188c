/**
 * How well and how fast a plan is repaired after an event: takes a plant's problem, plans it, lets two hours pass, lets
 * something happen, and measures. Knows the scheduler by its API and the independent checker alone, so that it sees what a
 * dashboard would see. Start reading at {@link vn.nhain.scheduler.race.events.EventRace}.
 */
@NullMarked
package vn.nhain.scheduler.race.events;

import org.jspecify.annotations.NullMarked;
