/** What the lines of a plan's cost are made of; asked for when somebody opens a line, for it takes the server a moment. */
import { signal } from '../../vendor/signals-core.js';
import { get, withQuery } from '../api/client.js';
import { resource } from './resource.js';

/** @typedef {import('../api/types.js').PlanExplanation} PlanExplanation */

/** The line that is open. */
export const lineOpen = signal(/** @type {string|null} */ (null));

let wanted = 0;

export const parts = resource(/** @returns {Promise<{version: number, told: PlanExplanation}>} */ async () => {
  const version = wanted;
  return { version, told: await get(withQuery('/api/plan/explanation', { version })) };
});

/**
 * Opens a line; null closes it.
 *
 * @param {string|null} name
 * @param {number} version of the plan
 */
export function openLine(name, version) {
  lineOpen.value = name;
  if (name === null) return;
  if (version !== wanted) parts.value.value = null;
  wanted = version;
  void parts.refresh();
}
