/** @typedef {import('../api/types.js').MachineLive} MachineLive */

/** Kinds whose output is counted in finished pieces; all others count sheets. */
const PIECES = new Set(['FOLDER_GLUER', 'SADDLE_STITCHER', 'PERFECT_BINDER', 'TRIMMER', 'PACKING_LINE']);

/** @param {string} kind */
export const isPress = (kind) => kind === 'OFFSET_PRESS';

/** @param {string} kind @returns {'sheet'|'piece'} */
export const unitOf = (kind) => (PIECES.has(kind) ? 'piece' : 'sheet');

/**
 * Presses first, then finishing, each in the order of the plant.
 *
 * @template {{kind: string}} M
 * @param {M[]} machines
 * @returns {{presses: M[], finishing: M[]}}
 */
export function byHall(machines) {
  return {
    presses: machines.filter((m) => isPress(m.kind)),
    finishing: machines.filter((m) => !isPress(m.kind)),
  };
}

/**
 * Share of the job that is done, 0 to 1.
 *
 * @param {{good: number, total: number}|null} job
 */
export function shareDone(job) {
  return job && job.total > 0 ? Math.min(1, Math.max(0, job.good / job.total)) : 0;
}
