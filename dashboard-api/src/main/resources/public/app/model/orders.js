/**
 * The orders as the table shows them: found, filtered, sorted.
 *
 * @typedef {import('../api/types.js').Order} Order
 * @typedef {'id'|'customer'|'quantity'|'due'|'customerDue'|'progress'|'plannedEnd'|'lateMinutes'} SortKey
 * @typedef {object} OrderQuery
 * @property {string} text
 * @property {string} status empty for any
 * @property {boolean} late
 * @property {boolean} barred
 * @property {boolean} rush
 * @property {SortKey} sort
 * @property {boolean} descending
 */
import { plain } from './format.js';

export const SORT_KEYS = /** @type {SortKey[]} */ (
  ['id', 'customer', 'quantity', 'due', 'customerDue', 'progress', 'plannedEnd', 'lateMinutes']
);
const STATUSES = new Set(['OPEN', 'IN_PROGRESS', 'DONE', 'CANCELLED']);

/** @param {Record<string, string>} query of the address @returns {OrderQuery} */
export function readQuery(query) {
  const sort = SORT_KEYS.find((key) => key === query.sort) ?? 'due';
  return {
    text: query.q ?? '',
    status: query.status && STATUSES.has(query.status) ? query.status : '',
    late: query.late === '1',
    barred: query.barred === '1',
    rush: query.rush === '1',
    sort,
    descending: query.desc === '1',
  };
}

/**
 * @param {Order[]} orders
 * @param {OrderQuery} query
 * @returns {Order[]}
 */
export function selectOrders(orders, query) {
  const words = plain(query.text).split(/\s+/).filter(Boolean);
  const found = orders.filter(
    (o) =>
      (query.status === '' || o.status === query.status) &&
      (!query.late || o.lateMinutes > 0) &&
      (!query.barred || o.barred !== null) &&
      (!query.rush || o.rush) &&
      matches(o, words),
  );
  const sign = query.descending ? -1 : 1;
  return found.sort((a, b) => sign * compare(a[query.sort], b[query.sort]) || compare(a.id, b.id));
}

/** @param {Order} order @param {string[]} words without marks */
function matches(order, words) {
  if (words.length === 0) return true;
  const text = plain(`${order.id} ${order.customer} ${order.product} ${order.title}`);
  return words.every((word) => text.includes(word));
}

/** What is not known comes last. @param {string|number|null} a @param {string|number|null} b */
function compare(a, b) {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), 'vi');
}
