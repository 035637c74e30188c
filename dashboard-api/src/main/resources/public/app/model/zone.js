/**
 * Wall-clock fields of instants in a named zone. Instants are epoch milliseconds. Offsets are asked of the platform
 * once an hour of time and kept, because a planning board asks for thousands.
 */

const HOUR_MS = 3_600_000;
/** @type {Map<string, {format: Intl.DateTimeFormat, offsets: Map<number, number>}>} */
const zones = new Map();

/** @param {string} zone */
function zoneOf(zone) {
  let known = zones.get(zone);
  if (!known) {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    known = { format, offsets: new Map() };
    zones.set(zone, known);
  }
  return known;
}

/**
 * @param {number} t
 * @param {string} zone
 * @returns {number} ms to add to UTC to get the wall clock of the zone
 */
export function offsetMs(t, zone) {
  const hour = Math.floor(t / HOUR_MS);
  const { format, offsets } = zoneOf(zone);
  const kept = offsets.get(hour);
  if (kept !== undefined) return kept;
  /** @type {Record<string, number>} */
  const f = {};
  for (const part of format.formatToParts(hour * HOUR_MS)) f[part.type] = Number(part.value);
  const wall = Date.UTC(
    f.year ?? 1970,
    (f.month ?? 1) - 1,
    f.day ?? 1,
    f.hour ?? 0,
    f.minute ?? 0,
    f.second ?? 0,
  );
  const offset = wall - hour * HOUR_MS;
  offsets.set(hour, offset);
  return offset;
}

/**
 * @typedef {object} Fields
 * @property {number} year
 * @property {number} month 1 to 12
 * @property {number} day
 * @property {number} weekday 0 (Sunday) to 6
 * @property {number} hour
 * @property {number} minute
 * @property {number} second
 */

/**
 * @param {number} t
 * @param {string} zone
 * @returns {Fields}
 */
export function fieldsAt(t, zone) {
  const d = new Date(t + offsetMs(t, zone));
  return {
    year: d.getUTCFullYear(),
    month: d.getUTCMonth() + 1,
    day: d.getUTCDate(),
    weekday: d.getUTCDay(),
    hour: d.getUTCHours(),
    minute: d.getUTCMinutes(),
    second: d.getUTCSeconds(),
  };
}

/**
 * The instant of a wall-clock time; hours above 24 and days outside the month carry over.
 *
 * @param {number} year
 * @param {number} month 1 to 12
 * @param {number} day
 * @param {number} hour
 * @param {number} minute
 * @param {string} zone
 */
export function instantOf(year, month, day, hour, minute, zone) {
  const wall = Date.UTC(year, month - 1, day, hour, minute);
  const guess = wall - offsetMs(wall, zone);
  return wall - offsetMs(guess, zone);
}

/** @param {number} t @param {string} zone the start of the day that holds t */
export function startOfDay(t, zone) {
  const f = fieldsAt(t, zone);
  return instantOf(f.year, f.month, f.day, 0, 0, zone);
}

/** @param {number} t @param {string} zone the start of the day after the one that holds t */
export function nextDay(t, zone) {
  const f = fieldsAt(t, zone);
  return instantOf(f.year, f.month, f.day + 1, 0, 0, zone);
}
