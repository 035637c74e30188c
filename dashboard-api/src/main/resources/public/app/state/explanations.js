/** Why the orders that somebody looks at are where they are; asked for again when the plan changes. */
import { computed, effect, signal, untracked } from '../../vendor/signals-core.js';
import { ApiError, get, post, withQuery } from '../api/client.js';
import { sentence } from '../i18n/errors.js';
import { href } from '../model/route.js';
import { resource } from './resource.js';
import * as store from './store.js';

/** @typedef {import('../api/types.js').Explanation} Explanation */

const asked = signal(/** @type {{order: string, version: number|null}|null} */ (null));

export const explanation = resource(/** @returns {Promise<Explanation|null>} */ async () => {
  const now = asked.peek();
  return now === null
    ? null
    : get(withQuery(`/api/plan/orders/${encodeURIComponent(now.order)}/explanation`, { version: now.version }));
});

/**
 * Keeps the explanation of an order current.
 *
 * @param {() => {order: string|null, version: number|null}} wanted reads signals
 * @returns {() => void} stops it
 */
export function explain(wanted) {
  const inForce = computed(() => store.frame.value?.planVersion ?? null);
  const orderNow = computed(() => wanted().order);
  const versionNow = computed(() => wanted().version);
  // what changes with every frame must not ask again: an answer takes longer than a frame
  return effect(() => {
    const order = orderNow.value;
    const version = versionNow.value;
    void inForce.value;
    untracked(() => {
      const before = asked.peek();
      if (before?.order !== order || before?.version !== version) explanation.value.value = null;
      asked.value = order === null ? null : { order, version };
      void explanation.refresh();
    });
  });
}

/** What could be done about an order; asked for by hand, for it takes the server some seconds. */
export const remedies = signal(
  /** @type {{order: string, items: import('../api/types.js').Remedy[]|null, error: unknown}|null} */ (null),
);

/** @param {string} order */
export async function findRemedies(order) {
  remedies.value = { order, items: null, error: null };
  const version = asked.peek()?.version ?? null;
  try {
    const { items } = await get(withQuery(`/api/plan/orders/${encodeURIComponent(order)}/remedies`, { version }));
    if (remedies.peek()?.order === order) remedies.value = { order, items, error: null };
  } catch (error) {
    if (remedies.peek()?.order === order) remedies.value = { order, items: null, error };
  }
}

/** Whether a draft is being made of a remedy. */
export const applying = signal(false);

/**
 * Makes a draft of a remedy and shows it, to be released or not.
 *
 * @param {string} order
 * @param {string} code
 */
export async function applyRemedy(order, code) {
  if (applying.peek()) return;
  applying.value = true;
  const version = asked.peek()?.version ?? null;
  try {
    const path = `/api/plan/orders/${encodeURIComponent(order)}/remedies/${code}/apply`;
    const draft = await post(withQuery(path, { version }), {});
    location.hash = href('plan', null, { order, version: draft.version });
  } catch (error) {
    store.notify('error', error instanceof ApiError ? sentence(error) : String(error));
  } finally {
    applying.value = false;
  }
}
