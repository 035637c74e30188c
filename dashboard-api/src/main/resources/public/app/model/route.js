/**
 * Every screen is an address: #/plan?order=DH261124001. A route is the view, its subject and its settings.
 *
 * @typedef {'board'|'machine'|'plan'|'orders'|'operator'|'alarms'} View
 * @typedef {{view: View, id: string|null, query: Record<string, string>}} Route
 */

const WITH_ID = new Set(['machine', 'operator']);
const VIEWS = new Set(['board', 'machine', 'plan', 'orders', 'operator', 'alarms']);

/**
 * @param {string} hash with or without its #
 * @returns {Route} the board for what cannot be read
 */
export function parseRoute(hash) {
  const [path = '', search = ''] = hash.replace(/^#/, '').split('?');
  const [view = '', id = ''] = path.split('/').filter((part) => part !== '');
  if (!VIEWS.has(view)) return { view: 'board', id: null, query: {} };
  /** @type {Record<string, string>} */
  const query = Object.fromEntries(new URLSearchParams(search));
  const subject = WITH_ID.has(view) && id ? decode(id) : null;
  return { view: /** @type {View} */ (view), id: subject, query };
}

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * @param {View} view
 * @param {string|null} [id]
 * @param {Record<string, string|number|boolean|null|undefined>} [query] empty, false and null ones are left out
 */
export function href(view, id = null, query = {}) {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '' && value !== false) search.set(key, String(value));
  }
  const text = search.toString();
  return `#/${view}${id ? `/${encodeURIComponent(id)}` : ''}${text ? `?${text}` : ''}`;
}
