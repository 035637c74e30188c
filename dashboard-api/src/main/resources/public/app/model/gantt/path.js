/**
 * How an order goes through the plant.
 *
 * @typedef {import('./rows.js').Bar} Bar
 * @typedef {{from: Bar, to: Bar}} Link
 */

/**
 * What waits for what. A server that names no predecessors leaves the chain in time.
 *
 * @param {Bar[]} bars of one order, by start
 * @returns {Link[]}
 */
export function linksOf(bars) {
  const byOperation = new Map(bars.map((bar) => [bar.op.operationId, bar]));
  const named = bars.some((bar) => (bar.op.predecessors?.length ?? 0) > 0);
  /** @type {Link[]} */
  const links = [];
  bars.forEach((to, i) => {
    if (!named) {
      const from = bars[i - 1];
      if (from) links.push({ from, to });
      return;
    }
    for (const id of to.op.predecessors ?? []) {
      const from = byOperation.get(id);
      if (from) links.push({ from, to });
    }
  });
  return links;
}
