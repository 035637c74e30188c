import { ms } from './format.js';

/** @typedef {import('../api/types.js').Order} Order */
/** @typedef {import('../api/types.js').LiveJob} LiveJob */

/**
 * Minutes that the order of a job will be late: the plan's forecast of the whole order, or this job's own end past the
 * due time when that is worse. Negative is time to spare.
 *
 * @param {LiveJob|null} job
 * @param {Order|undefined} order
 * @returns {number|null} null when nobody can say
 */
export function lateMinutesOf(job, order) {
  if (!job || !order) return null;
  const due = ms(order.due);
  const ends = [ms(job.eta), ms(order.plannedEnd)].filter(Number.isFinite);
  if (!Number.isFinite(due) || ends.length === 0) return order.lateMinutes > 0 ? order.lateMinutes : null;
  return Math.max((Math.max(...ends) - due) / 60_000, order.lateMinutes > 0 ? order.lateMinutes : -Infinity);
}
