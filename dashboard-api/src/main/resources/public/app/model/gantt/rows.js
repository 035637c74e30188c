/**
 * The plan as rows of bars, ready to be searched and drawn.
 *
 * @typedef {import('../../api/types.js').PlannedOperation} PlannedOperation
 * @typedef {import('../../api/types.js').Closed} Closed
 * @typedef {{from: number, to: number}} Interval
 *
 * @typedef {object} Bar
 * @property {PlannedOperation} op
 * @property {string} key
 * @property {number} row
 * @property {number} setup start of the setup, ms
 * @property {number} start start of the run, ms
 * @property {number} end ms
 *
 * @typedef {object} Row
 * @property {string} machineId
 * @property {Bar[]} bars by setup start; a machine does one thing at a time, so they do not overlap
 * @property {Interval[]} closed merged, by start
 *
 * @typedef {object} Rows
 * @property {Row[]} rows
 * @property {Map<string, Bar>} byKey
 * @property {Map<string, Bar[]>} byOrder by start
 * @property {Interval} extent
 */

/** @param {string} orderId @param {string} operationId */
export const keyOf = (orderId, operationId) => `${orderId}/${operationId}`;

/**
 * @param {string[]} machineIds in the order of the rows
 * @param {PlannedOperation[]} operations
 * @param {Record<string, Closed[]>} calendars
 * @returns {Rows}
 */
export function buildRows(machineIds, operations, calendars) {
  const rows = machineIds.map((machineId) => ({
    machineId,
    bars: /** @type {Bar[]} */ ([]),
    closed: merge((calendars[machineId] ?? []).map((c) => ({ from: Date.parse(c.from), to: Date.parse(c.to) }))),
  }));
  const indexOf = new Map(machineIds.map((id, i) => [id, i]));
  /** @type {Map<string, Bar>} */
  const byKey = new Map();
  /** @type {Map<string, Bar[]>} */
  const byOrder = new Map();
  const extent = { from: Infinity, to: -Infinity };
  for (const op of operations) {
    const index = indexOf.get(op.machineId);
    const row = index === undefined ? undefined : rows[index];
    if (index === undefined || !row) continue;
    const bar = {
      op,
      key: keyOf(op.orderId, op.operationId),
      row: index,
      setup: Date.parse(op.setupStart),
      start: Date.parse(op.start),
      end: Date.parse(op.end),
    };
    row.bars.push(bar);
    byKey.set(bar.key, bar);
    const mine = byOrder.get(op.orderId);
    if (mine) mine.push(bar);
    else byOrder.set(op.orderId, [bar]);
    extent.from = Math.min(extent.from, bar.setup);
    extent.to = Math.max(extent.to, bar.end);
  }
  for (const row of rows) row.bars.sort(byTime);
  for (const bars of byOrder.values()) bars.sort(byTime);
  return { rows, byKey, byOrder, extent };
}

/** @param {Bar} a @param {Bar} b */
const byTime = (a, b) => a.setup - b.setup || a.end - b.end;

/** @param {Interval[]} intervals @returns {Interval[]} sorted, without overlaps */
export function merge(intervals) {
  /** @type {Interval[]} */
  const merged = [];
  for (const next of [...intervals].sort((a, b) => a.from - b.from)) {
    const last = merged[merged.length - 1];
    if (last && next.from <= last.to) last.to = Math.max(last.to, next.to);
    else if (next.to > next.from) merged.push({ ...next });
  }
  return merged;
}

/**
 * Index of the first of sorted, disjoint items that ends after t.
 *
 * @template T
 * @param {T[]} items
 * @param {number} t
 * @param {(item: T) => number} endOf
 */
export function firstAfter(items, t, endOf) {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && endOf(item) <= t) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The bar at an instant, or one whose edge is no further away than the slack.
 *
 * @param {Row|undefined} row
 * @param {number} t
 * @param {number} slackMs
 * @returns {Bar|null}
 */
export function barAt(row, t, slackMs) {
  if (!row) return null;
  const bar = row.bars[firstAfter(row.bars, t - slackMs, (b) => b.end)];
  return bar && bar.setup <= t + slackMs ? bar : null;
}

/**
 * The open parts of from..to.
 *
 * @param {Interval[]} closed merged, by start
 * @param {number} from
 * @param {number} to
 * @returns {Interval[]}
 */
export function openParts(closed, from, to) {
  /** @type {Interval[]} */
  const parts = [];
  let at = from;
  for (let i = firstAfter(closed, from, (c) => c.to); i < closed.length; i++) {
    const shut = closed[i];
    if (!shut || shut.from >= to) break;
    if (shut.from > at) parts.push({ from: at, to: shut.from });
    at = Math.max(at, shut.to);
  }
  if (at < to) parts.push({ from: at, to });
  return parts;
}

/**
 * The instant at which a share of the open time of the parts has passed.
 *
 * @param {Interval[]} parts
 * @param {number} share 0 to 1
 */
export function instantOfShare(parts, share) {
  const total = parts.reduce((sum, p) => sum + p.to - p.from, 0);
  let left = total * Math.min(1, Math.max(0, share));
  for (const part of parts) {
    const length = part.to - part.from;
    if (left <= length) return part.from + left;
    left -= length;
  }
  return parts[parts.length - 1]?.to ?? 0;
}
