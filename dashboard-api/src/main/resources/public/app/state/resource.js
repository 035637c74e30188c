import { signal } from '../../vendor/signals-core.js';
import { ApiError } from '../api/client.js';

/**
 * Something that the server is asked for: its last good answer stays on the screen while a newer one is fetched, and an
 * error stands beside it instead of replacing it.
 *
 * @template T
 * @typedef {object} Resource
 * @property {import('../../vendor/signals-core.js').Signal<T|null>} value
 * @property {import('../../vendor/signals-core.js').Signal<ApiError|null>} error
 * @property {() => Promise<void>} refresh never rejects
 */

/**
 * @template T
 * @param {() => Promise<T|null>} load
 * @returns {Resource<T>}
 */
export function resource(load) {
  const value = signal(/** @type {T|null} */ (null));
  const error = signal(/** @type {ApiError|null} */ (null));
  let last = 0;
  async function refresh() {
    const mine = ++last;
    try {
      const answer = await load();
      if (mine !== last) return;
      value.value = answer;
      error.value = null;
    } catch (e) {
      if (mine === last) error.value = e instanceof ApiError ? e : new ApiError(0, String(e));
    }
  }
  return { value, error, refresh };
}

/**
 * Refreshes now, and again after each wait, while the page is in sight.
 *
 * @param {{refresh: () => Promise<void>}} what
 * @param {number} everyMs
 * @returns {() => void} stops it
 */
export function poll(what, everyMs) {
  let stopped = false;
  let timer = 0;
  async function round() {
    if (!document.hidden) await what.refresh();
    if (!stopped) timer = window.setTimeout(round, everyMs);
  }
  void round();
  return () => {
    stopped = true;
    window.clearTimeout(timer);
  };
}
