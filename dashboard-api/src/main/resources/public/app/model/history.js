/**
 * Readings on one time axis, for charts.
 *
 * @typedef {{t: string, v: number|null}} Point
 */

/**
 * Series joined on the union of their times; what a series lacks at a time is null. Values that did not change are not
 * sent again, so the last one holds until `heldUntil`.
 *
 * @param {Point[][]} series
 * @param {number|null} [heldUntil] seconds; null when nobody knows, such as of a machine that is not heard
 * @returns {{times: number[], columns: (number|null)[][]}} times in seconds, as the chart wants them
 */
export function join(series, heldUntil = null) {
  const times = new Set();
  const maps = series.map((points) => new Map(points.map((p) => [Date.parse(p.t) / 1000, p.v])));
  if (heldUntil !== null) maps.forEach((map, i) => hold(map, series[i] ?? [], heldUntil));
  for (const map of maps) for (const time of map.keys()) times.add(time);
  const sorted = [...times].sort((a, b) => a - b);
  return { times: sorted, columns: maps.map((map) => sorted.map((time) => map.get(time) ?? null)) };
}

/** @param {Map<number, number|null>} map @param {Point[]} points @param {number} until */
function hold(map, points, until) {
  const last = points[points.length - 1];
  if (last && last.v !== null && Date.parse(last.t) / 1000 < until) map.set(until, last.v);
}

/** A counter that only grows, told from its first value in the range. @param {Point[]} points @returns {Point[]} */
export function fromFirst(points) {
  const first = points.find((p) => p.v !== null)?.v ?? 0;
  return points.map((p) => ({ t: p.t, v: p.v === null ? null : Math.max(0, p.v - first) }));
}

/** @param {(number|null)[]} values */
export function summary(values) {
  const known = /** @type {number[]} */ (values.filter((v) => v !== null));
  const last = known[known.length - 1];
  if (last === undefined) return null;
  let min = Infinity;
  let max = -Infinity;
  for (const v of known) {
    min = Math.min(min, v);
    max = Math.max(max, v);
  }
  return { min, max, last };
}

/**
 * Minutes in each state.
 *
 * @param {{from: string, to: string, state: string}[]} spans
 * @returns {Map<string, number>} the longest first
 */
export function minutesByState(spans) {
  /** @type {Map<string, number>} */
  const minutes = new Map();
  for (const span of spans) {
    const length = (Date.parse(span.to) - Date.parse(span.from)) / 60_000;
    if (length > 0) minutes.set(span.state, (minutes.get(span.state) ?? 0) + length);
  }
  return new Map([...minutes].sort((a, b) => b[1] - a[1]));
}
