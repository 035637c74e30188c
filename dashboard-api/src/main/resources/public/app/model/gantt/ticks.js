/** Where the axis has its lines and what it says, in the plant's zone. */
import { clockTime, shortDay } from '../format.js';
import { fieldsAt, instantOf, startOfDay } from '../zone.js';

/** @typedef {{t: number, text: string, day: boolean}} Tick */
/** @typedef {import('../format.js').Lang} Lang */

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;
/** Steps that divide a day, minutes; then whole days. */
const STEPS = [5, 15, 30, 60, 120, 180, 360, 720, DAY_MINUTES, 2 * DAY_MINUTES, 7 * DAY_MINUTES, 14 * DAY_MINUTES];

/**
 * @param {number} from
 * @param {number} to
 * @param {number} most so many ticks at most
 * @returns {number} minutes
 */
export function stepFor(from, to, most) {
  const wanted = (to - from) / MINUTE_MS / most;
  return STEPS.find((step) => step >= wanted) ?? 28 * DAY_MINUTES;
}

/**
 * @param {number} from
 * @param {number} to
 * @param {number} most
 * @param {string} zone
 * @param {Lang} lang
 * @returns {Tick[]}
 */
export function ticksOf(from, to, most, zone, lang) {
  const step = stepFor(from, to, most);
  const stepDays = Math.max(1, Math.round(step / DAY_MINUTES));
  /** @type {Tick[]} */
  const ticks = [];
  const first = fieldsAt(startOfDay(from, zone), zone);
  const dayCount = Math.ceil((to - from) / (DAY_MINUTES * MINUTE_MS)) + 2;
  for (let day = 0; day < dayCount; day += stepDays) {
    const midnight = instantOf(first.year, first.month, first.day + day, 0, 0, zone);
    if (midnight > to) break;
    if (midnight >= from) ticks.push({ t: midnight, text: shortDay(midnight, zone, lang), day: true });
    if (step >= DAY_MINUTES) continue;
    for (let minute = step; minute < DAY_MINUTES; minute += step) {
      const t = midnight + minute * MINUTE_MS;
      if (t >= from && t <= to) ticks.push({ t, text: clockTime(t, zone), day: false });
    }
  }
  return ticks;
}
