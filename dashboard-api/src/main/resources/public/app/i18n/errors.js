import { ApiError } from '../api/client.js';
import { t } from './lang.js';

/** @typedef {import('./lang.js').Key} Key */

/** A sentence of what failed, in the page's language, with what the server said of it. @param {unknown} e */
export function sentence(e) {
  if (!(e instanceof ApiError)) return `${t('error.other')}: ${e instanceof Error ? e.message : String(e)}`;
  if (e.status === 0) return t('error.0');
  const known = new Set([400, 401, 403, 404, 409, 429]);
  const key = /** @type {Key} */ (known.has(e.status) ? `error.${e.status}` : e.status >= 500 ? 'error.5' : 'error.other');
  return e.detail ? `${t(key)}: ${e.detail}` : `${t(key)}.`;
}
