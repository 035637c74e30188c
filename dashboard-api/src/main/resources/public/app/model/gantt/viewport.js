/**
 * The stretch of time in view, as a value: every change makes a new one. Times are epoch ms, positions are CSS pixels.
 *
 * @typedef {{from: number, span: number, width: number}} Viewport
 * @typedef {{from: number, to: number}} Extent
 */

const HOUR_MS = 3_600_000;
export const SHORTEST_MS = HOUR_MS / 2;
export const LONGEST_MS = 90 * 24 * HOUR_MS;

/** @param {Viewport} v @param {number} t */
export const xOf = (v, t) => ((t - v.from) / v.span) * v.width;
/** @param {Viewport} v @param {number} x */
export const timeAt = (v, x) => v.from + (x / v.width) * v.span;

/**
 * Keeps the span in its range and at least a quarter of the view over the plan.
 *
 * @param {Viewport} v
 * @param {Extent} extent
 * @returns {Viewport}
 */
export function clamp(v, extent) {
  const span = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, v.span));
  const first = extent.from - span * 0.75;
  const last = Math.max(first, extent.to - span * 0.25);
  return { ...v, span, from: Math.min(last, Math.max(first, v.from)) };
}

/**
 * The instant under x stays under x.
 *
 * @param {Viewport} v
 * @param {number} factor less than 1 shows less time
 * @param {number} x
 * @returns {Viewport}
 */
export function zoomAt(v, factor, x) {
  const span = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, v.span * factor));
  return { ...v, span, from: timeAt(v, x) - (x / v.width) * span };
}

/** @param {Viewport} v @param {number} dx pixels to the left @returns {Viewport} */
export const panBy = (v, dx) => ({ ...v, from: v.from + (dx / v.width) * v.span });

/** @param {Viewport} v @param {Extent} extent @returns {Viewport} all of it, with a margin */
export function fit(v, extent) {
  const margin = (extent.to - extent.from) * 0.02 + 10 * 60_000;
  return { ...v, from: extent.from - margin, span: extent.to - extent.from + 2 * margin };
}

/**
 * So many hours, with `at` where the eye looks for now: a fifth into the view.
 *
 * @param {Viewport} v
 * @param {number} hours
 * @param {number} at
 * @returns {Viewport}
 */
export const around = (v, hours, at) => ({ ...v, span: hours * HOUR_MS, from: at - hours * HOUR_MS * 0.2 });

/**
 * The least move that brings from..to into view, or its start when it is longer than the view.
 *
 * @param {Viewport} v
 * @param {number} from
 * @param {number} to
 * @returns {Viewport}
 */
export function reveal(v, from, to) {
  const margin = v.span * 0.05;
  if (from - margin < v.from || to - from > v.span) return { ...v, from: from - margin };
  if (to + margin > v.from + v.span) return { ...v, from: to + margin - v.span };
  return v;
}
