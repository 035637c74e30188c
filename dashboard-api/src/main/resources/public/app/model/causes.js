/**
 * What took the time of a path, for a bar and its legend.
 *
 * @typedef {{code: string, minutes: number, share: number, from: number}} Slice
 */

/**
 * The largest first, each from where the one before ends; shares add up to 1.
 *
 * @param {Record<string, number>} minutesByCause
 * @returns {Slice[]}
 */
export function slices(minutesByCause) {
  const all = Object.values(minutesByCause).reduce((sum, m) => sum + m, 0);
  let from = 0;
  return Object.entries(minutesByCause)
    .filter(([, minutes]) => minutes > 0)
    .sort((a, b) => b[1] - a[1])
    .map(([code, minutes]) => {
      const slice = { code, minutes, share: minutes / all, from };
      from += slice.share;
      return slice;
    });
}

/**
 * Lines of cost that are not nothing, the largest first.
 *
 * @param {Record<string, number>} lines VND by name
 */
export function costs(lines) {
  return Object.entries(lines)
    .filter(([, vnd]) => Math.abs(vnd) >= 0.5)
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]));
}
