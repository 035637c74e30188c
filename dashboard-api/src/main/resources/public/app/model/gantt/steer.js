/**
 * Which bar the keys lead to.
 *
 * @typedef {import('./rows.js').Bar} Bar
 * @typedef {import('./rows.js').Rows} Rows
 * @typedef {'left'|'right'|'up'|'down'|'first'|'last'} Direction
 */
import { firstAfter } from './rows.js';

/**
 * @param {Rows} rows
 * @param {Bar|null} from
 * @param {Direction} direction
 * @param {number} now where a start without a bar looks for one
 * @returns {Bar|null} `from` itself where there is nothing further
 */
export function steer(rows, from, direction, now) {
  if (!from) return nearest(rows, 0, 1, now) ?? null;
  const bars = rows.rows[from.row]?.bars ?? [];
  const index = bars.indexOf(from);
  switch (direction) {
    case 'left':
      return bars[index - 1] ?? from;
    case 'right':
      return bars[index + 1] ?? from;
    case 'first':
      return bars[0] ?? from;
    case 'last':
      return bars[bars.length - 1] ?? from;
    case 'up':
      return nearest(rows, from.row - 1, -1, (from.start + from.end) / 2) ?? from;
    case 'down':
      return nearest(rows, from.row + 1, 1, (from.start + from.end) / 2) ?? from;
  }
}

/**
 * The bar nearest to t in the first row that has one.
 *
 * @param {Rows} rows
 * @param {number} start
 * @param {1|-1} step
 * @param {number} t
 */
function nearest(rows, start, step, t) {
  for (let i = start; i >= 0 && i < rows.rows.length; i += step) {
    const bars = rows.rows[i]?.bars ?? [];
    if (bars.length === 0) continue;
    const at = firstAfter(bars, t, (b) => b.end);
    const after = bars[at];
    const before = bars[at - 1];
    if (!after) return before;
    if (!before || after.setup - t <= t - before.end) return after;
    return before;
  }
  return undefined;
}
