/** The page's language: a signal, so that a switch redraws without a reload. */
import { signal } from '../../vendor/signals-core.js';
import { terms } from './terms.js';
import { phrases } from './phrases.js';

/** @typedef {keyof typeof terms | keyof typeof phrases} Key */
/** @typedef {import('../model/format.js').Lang} Lang */

/** @type {Record<string, readonly [string, string]>} */
const words = { ...phrases, ...terms };

export const lang = signal(/** @type {Lang} */ (globalThis.document?.documentElement.lang === 'en' ? 'en' : 'vi'));

/**
 * The words of a key. `{name}` is replaced; English with a bar has its singular first: "{n} order|{n} orders".
 *
 * @param {Key} key
 * @param {Record<string, string|number>} [values] `n` decides the number
 */
export function t(key, values) {
  const pair = words[key];
  if (!pair) return key;
  let text = pair[lang.value === 'vi' ? 0 : 1];
  if (values) {
    if (text.includes('|')) text = text.split('|')[String(values.n) === '1' ? 0 : 1] ?? text;
    for (const [name, value] of Object.entries(values)) text = text.replaceAll(`{${name}}`, String(value));
  }
  return text;
}

/**
 * Words of a code that the server may add to: the code itself when the page has none.
 *
 * @param {string} prefix
 * @param {string} code
 */
export function word(prefix, code) {
  return prefix + code in words ? t(/** @type {Key} */ (prefix + code)) : code;
}
