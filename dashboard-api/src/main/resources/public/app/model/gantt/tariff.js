/** The dear hours of electricity as intervals of time. */
import { fieldsAt, instantOf, startOfDay } from '../zone.js';
import { merge } from './rows.js';

/** @typedef {import('../../api/types.js').Band} Band */
/** @typedef {import('./rows.js').Interval} Interval */

const WEEKDAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];
const DAY_MS = 86_400_000;

/** Minutes since midnight of "17:30" or "17:30:00". @param {string} text */
function minutesOf(text) {
  const [hour = '0', minute = '0'] = text.split(':');
  return Number(hour) * 60 + Number(minute);
}

/**
 * @param {Band[]} bands
 * @param {import('../../api/types.js').TariffLevel} level
 * @param {number} from
 * @param {number} to
 * @param {string} zone
 * @returns {Interval[]} merged, by start
 */
export function bandHours(bands, level, from, to, zone) {
  const wanted = bands.filter((band) => band.level === level);
  /** @type {Interval[]} */
  const hours = [];
  if (wanted.length === 0) return hours;
  const first = fieldsAt(startOfDay(from, zone), zone);
  const dayCount = Math.ceil((to - from) / DAY_MS) + 2;
  for (let day = 0; day < dayCount; day++) {
    const noon = instantOf(first.year, first.month, first.day + day, 12, 0, zone);
    const f = fieldsAt(noon, zone);
    const weekday = WEEKDAYS[f.weekday] ?? '';
    for (const band of wanted) {
      if (!band.days.includes(weekday)) continue;
      const end = minutesOf(band.to) || 1440;
      const interval = {
        from: instantOf(f.year, f.month, f.day, 0, minutesOf(band.from), zone),
        to: instantOf(f.year, f.month, f.day, 0, end, zone),
      };
      if (interval.to > from && interval.from < to) hours.push(interval);
    }
  }
  return merge(hours);
}
