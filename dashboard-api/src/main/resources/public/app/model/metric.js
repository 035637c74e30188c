/**
 * The parts of a metric's id: "density.C.z01" is family density, of C, in zone 01.
 *
 * @param {string} id
 * @returns {{family: string, of: string|null, zone: string|null}}
 */
export function metricParts(id) {
  const zone = /\.z(\d+)$/.exec(id);
  const bare = zone ? id.slice(0, -zone[0].length) : id;
  const match = /^(density|deltaE|temperature|wear)\.(.+)$/.exec(bare);
  return { family: match?.[1] ?? bare, of: match?.[2] ?? null, zone: zone?.[1] ?? null };
}

/** The inks of which ΔE is measured over the whole sheet, in the order of the press. @param {string[]} ids */
export function deltaEInks(ids) {
  const order = ['C', 'M', 'Y', 'K'];
  /** @param {string} ink */
  const rank = (ink) => (order.includes(ink) ? order.indexOf(ink) : order.length);
  return ids
    .map(metricParts)
    .filter((m) => m.family === 'deltaE' && m.zone === null && m.of !== null)
    .map((m) => /** @type {string} */ (m.of))
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
}

/** How many decimals a reading is told with. @param {string} id @param {number} value */
export function decimalsOf(id, value) {
  const { family } = metricParts(id);
  if (family === 'density' || family === 'deltaE' || family.startsWith('register')) return 2;
  return Math.abs(value) < 100 && !Number.isInteger(value) ? 1 : 0;
}
