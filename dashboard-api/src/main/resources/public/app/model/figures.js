/**
 * What a plan costs, beside the plan that runs orders by due date.
 *
 * @typedef {import('../api/types.js').Figures} Figures
 * @typedef {'lateOrders'|'lateHours'|'setupHours'|'makereadySheets'|'totalVnd'|'kwh'|'peakKwh'|'co2eKg'} FigureName
 * @typedef {{name: FigureName, value: number, change: number|null, verdict: 'better'|'worse'|'same'|'none'}} FigureSeen
 */

export const FIGURES = /** @type {FigureName[]} */ (
  ['lateOrders', 'setupHours', 'makereadySheets', 'totalVnd', 'kwh', 'peakKwh', 'co2eKg']
);
const SAME_SHARE = 0.0005;

/**
 * Less is better in every figure.
 *
 * @param {Figures} figures
 * @param {Figures|null} baseline
 * @returns {FigureSeen[]}
 */
export function compare(figures, baseline) {
  return FIGURES.map((name) => {
    const value = figures[name];
    const before = baseline ? baseline[name] : null;
    if (before === null || before === undefined) return { name, value, change: null, verdict: 'none' };
    const difference = value - before;
    if (Math.abs(difference) <= Math.abs(before) * SAME_SHARE) return { name, value, change: 0, verdict: 'same' };
    // from nothing to something has no share
    const change = name === 'lateOrders' || before === 0 ? difference : difference / before;
    return { name, value, change, verdict: difference < 0 ? 'better' : 'worse' };
  });
}

/**
 * Points of a falling curve in a box, for a polyline; the axis of cost leaves out what no plan reached.
 *
 * @param {{t: number, cost: number}[]} points
 * @param {number} seconds of the whole width
 * @param {number} width
 * @param {number} height
 */
export function costCurve(points, seconds, width, height) {
  const last = points[points.length - 1];
  if (!last || seconds <= 0) return '';
  const costs = points.map((p) => p.cost);
  const low = Math.min(...costs);
  const high = Math.max(...costs);
  const scale = high > low ? (height - 4) / (high - low) : 0;
  return points
    .map((p) => `${((Math.min(p.t, seconds) / seconds) * width).toFixed(1)},${(height - 2 - (p.cost - low) * scale).toFixed(1)}`)
    .join(' ');
}
