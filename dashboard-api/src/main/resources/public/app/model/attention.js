/**
 * What on the board needs somebody now. A machine counts once, for its gravest reason; planned maintenance, makeready
 * and waiting for work need nobody.
 *
 * @typedef {import('../api/types.js').MachineLive} MachineLive
 * @typedef {'down'|'stopped'|'offline'|'stale'|'quality'|'late'} Need
 */

/** From the gravest. */
export const NEEDS = /** @type {Need[]} */ (['down', 'stopped', 'offline', 'stale', 'quality', 'late']);

/**
 * @param {MachineLive} machine
 * @param {number|null} lateMinutes how late its job will be; null or less than 1 when it is not
 * @returns {Need|null}
 */
export function needOf(machine, lateMinutes) {
  if (machine.state === 'DOWN') return 'down';
  if (machine.state === 'STOPPED') return 'stopped';
  if (machine.state === 'OFFLINE') return 'offline';
  if (machine.stale) return 'stale';
  if (machine.quality === 'RED' || machine.quality === 'HOLD') return 'quality';
  if (lateMinutes !== null && lateMinutes >= 1) return 'late';
  return null;
}

/**
 * @param {Iterable<Need|null>} needs
 * @returns {{total: number, by: {need: Need, count: number}[]}} the kinds that occur, from the gravest
 */
export function countNeeds(needs) {
  /** @type {Map<Need, number>} */
  const counts = new Map();
  let total = 0;
  for (const need of needs) {
    if (need === null) continue;
    total++;
    counts.set(need, (counts.get(need) ?? 0) + 1);
  }
  return { total, by: NEEDS.filter((n) => counts.has(n)).map((need) => ({ need, count: counts.get(need) ?? 0 })) };
}
