/**
 * Numbers, dates and durations as people of each language write them: 1.234,5 and 24/11/2026 in Vietnamese,
 * 1,234.5 and 24 Nov 2026 in English. Nothing here looks at the page; the language is an argument.
 */
import { fieldsAt, startOfDay } from './zone.js';

/** @typedef {'vi'|'en'} Lang */

const LOCALE = { vi: 'vi-VN', en: 'en-GB' };
const WEEKDAYS = {
  vi: ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
export const NOTHING = '–';
/** @type {Map<string, Intl.NumberFormat>} */
const numberFormats = new Map();

/**
 * @param {number|null|undefined} value
 * @param {Lang} lang
 * @param {number} [decimals]
 * @param {boolean} [fixed] whether trailing zeros stay
 */
export function number(value, lang, decimals = 0, fixed = false) {
  if (value === null || value === undefined || !Number.isFinite(value)) return NOTHING;
  const key = `${lang}${decimals}${fixed}`;
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(LOCALE[lang], {
      minimumFractionDigits: fixed ? decimals : 0,
      maximumFractionDigits: decimals,
      useGrouping: true,
    });
    numberFormats.set(key, format);
  }
  const rounded = Math.abs(value) < 0.5 * 10 ** -decimals ? 0 : value;
  return format.format(rounded);
}

/** @param {number|null|undefined} share 0 to 1 @param {Lang} lang */
export function percent(share, lang) {
  if (share === null || share === undefined || !Number.isFinite(share)) return NOTHING;
  // 100 % is said only of what is done
  const whole = share >= 1 ? 100 : Math.min(99, Math.round(share * 100));
  return `${number(whole, lang)}%`;
}

/** VND in a size that can be read at a glance. @param {number|null|undefined} vnd @param {Lang} lang */
export function money(vnd, lang) {
  if (vnd === null || vnd === undefined || !Number.isFinite(vnd)) return NOTHING;
  const size = Math.abs(vnd);
  if (size >= 1e9) return `${number(vnd / 1e9, lang, 2)} ${lang === 'vi' ? 'tỷ' : 'bn'}`;
  if (size >= 1e6) return `${number(vnd / 1e6, lang, 1)} ${lang === 'vi' ? 'triệu' : 'm'}`;
  if (size >= 1e3) return `${number(vnd / 1e3, lang)} ${lang === 'vi' ? 'nghìn' : 'k'}`;
  return number(vnd, lang);
}

/** @param {number} n */
const two = (n) => String(n).padStart(2, '0');

/** @param {number} t @param {string} zone */
export function clockTime(t, zone) {
  if (!Number.isFinite(t)) return NOTHING;
  const f = fieldsAt(t, zone);
  return `${two(f.hour)}:${two(f.minute)}`;
}

/** @param {number} t @param {string} zone @param {Lang} lang */
export function date(t, zone, lang) {
  if (!Number.isFinite(t)) return NOTHING;
  const f = fieldsAt(t, zone);
  return lang === 'vi'
    ? `${two(f.day)}/${two(f.month)}/${f.year}`
    : `${f.day} ${MONTHS[f.month - 1]} ${f.year}`;
}

/** Weekday and day, for axes and near dates. @param {number} t @param {string} zone @param {Lang} lang */
export function shortDay(t, zone, lang) {
  const f = fieldsAt(t, zone);
  const weekday = WEEKDAYS[lang][f.weekday];
  return lang === 'vi' ? `${weekday} ${two(f.day)}/${two(f.month)}` : `${weekday} ${f.day} ${MONTHS[f.month - 1]}`;
}

/** @param {number} t @param {string} zone @param {Lang} lang */
export function dateTime(t, zone, lang) {
  if (!Number.isFinite(t)) return NOTHING;
  return `${clockTime(t, zone)} ${date(t, zone, lang)}`;
}

/**
 * A time near now: the hour alone today, with the day otherwise, and before anybody knows what day it is.
 *
 * @param {number} t
 * @param {number} now
 * @param {string} zone
 * @param {Lang} lang
 */
export function near(t, now, zone, lang) {
  if (!Number.isFinite(t)) return NOTHING;
  const time = clockTime(t, zone);
  return Number.isFinite(now) && startOfDay(t, zone) === startOfDay(now, zone) ? time : `${time} ${shortDay(t, zone, lang)}`;
}

/**
 * A length of time in its two largest units: "2 g 15 ph", "3 ngày 4 g"; "2 h 15 min", "3 d 4 h".
 *
 * @param {number} minutes
 * @param {Lang} lang
 */
export function duration(minutes, lang) {
  if (!Number.isFinite(minutes)) return NOTHING;
  const unit = lang === 'vi' ? { d: 'ngày', h: 'giờ', m: 'phút' } : { d: 'd', h: 'h', m: 'min' };
  const whole = Math.round(Math.abs(minutes));
  const days = Math.floor(whole / 1440);
  const hours = Math.floor((whole % 1440) / 60);
  const rest = whole % 60;
  if (days > 0) return hours > 0 ? `${days} ${unit.d} ${hours} ${unit.h}` : `${days} ${unit.d}`;
  if (hours > 0) return rest > 0 ? `${hours} ${unit.h} ${rest} ${unit.m}` : `${hours} ${unit.h}`;
  return `${rest} ${unit.m}`;
}

/** Epoch ms of an instant on the wire; NaN for none. @param {string|null|undefined} iso */
export function ms(iso) {
  return iso ? Date.parse(iso) : NaN;
}

/**
 * Text in the page's language of what may be said in both or in one.
 *
 * @param {string|{en?: string|null, vi?: string|null}|null|undefined} said
 * @param {Lang} lang
 */
export function said(said, lang) {
  if (!said) return '';
  if (typeof said === 'string') return said;
  return said[lang] || said.vi || said.en || '';
}

/** A sentence begins with a capital. @param {string} text */
export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Lower case without Vietnamese marks, for search. @param {string} text */
export function plain(text) {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .toLowerCase();
}
