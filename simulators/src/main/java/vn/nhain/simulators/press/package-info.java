/**
 * How presses and finishing machines behave: a seeded model that is advanced in steps of one plant second and knows no
 * clock, no thread and no network. The same seed and the same commands at the same plant times give the same trajectory,
 * also across a restart, because every draw is a function of seed, machine and step ({@link
 * vn.nhain.simulators.press.Chance}) and everything else is in {@link vn.nhain.simulators.press.MachineMemory}. Imports the
 * plant model only. Start reading at {@link vn.nhain.simulators.press.SimulatedMachine}.
 */
@NullMarked
package vn.nhain.simulators.press;

import org.jspecify.annotations.NullMarked;
