/** The plan on the planning board: the one in force, or the version that the address names; and the solve that runs. */
import { computed, effect, signal, untracked } from '../../vendor/signals-core.js';
import { del, get, post, withQuery, ApiError } from '../api/client.js';
import { t } from '../i18n/lang.js';
import { href } from '../model/route.js';
import { resource } from './resource.js';
import * as store from './store.js';

/** @typedef {import('../api/types.js').Plan} Plan */
/** @typedef {import('../api/types.js').SolveStatus} SolveStatus */
/** @typedef {Pick<Plan, 'version'|'status'|'createdAt'|'createdBy'|'figures'>} PlanHead */

export const wantedVersion = computed(() => {
  const text = store.route.value.view === 'plan' ? store.route.value.query.version : undefined;
  return text && /^\d+$/.test(text) ? Number(text) : null;
});

export const shownPlan = resource(/** @returns {Promise<Plan|null>} */ async () => {
  try {
    return await get(withQuery('/api/plan', { version: wantedVersion.peek() }));
  } catch (e) {
    if (e instanceof ApiError && e.status === 404 && wantedVersion.peek() === null) return null;
    throw e;
  }
});
export const heads = resource(/** @returns {Promise<PlanHead[]>} */ async () => (await get('/api/plans')).items);

/** What the last call said, until a frame says more. */
const called = signal(/** @type {SolveStatus|null} */ (null));
export const solve = computed(() => store.frame.value?.solve ?? called.value);

/**
 * @param {number} seconds
 * @param {number} stability
 */
export async function startSolve(seconds, stability) {
  called.value = await post('/api/plan/solve', { seconds, stability });
}

export async function stopSolve() {
  called.value = await del('/api/plan/solve');
}

/** @param {number} version */
export async function releasePlan(version) {
  await post('/api/plan/release', { version });
  location.hash = href('plan', null, { ...store.route.peek().query, version: null });
  await Promise.all([shownPlan.refresh(), heads.refresh()]);
}

/**
 * Keeps the shown plan current while the planning board is open; goes to a new draft when its solve ends.
 *
 * @returns {() => void} stops it
 */
export function follow() {
  let ran = false;
  const inForce = computed(() => store.frame.value?.planVersion ?? null);
  const stops = [
    effect(() => {
      void wantedVersion.value;
      void inForce.value;
      untracked(() => {
        void heads.refresh();
        void shownPlan.refresh();
      });
    }),
    effect(() => {
      const s = solve.value;
      if (!s) return;
      if (ran && !s.running) {
        untracked(() => {
          if (s.error) store.notify('error', t('plan.failed', { why: s.error }));
          void heads.refresh();
          if (s.version !== null && s.version !== undefined) {
            location.hash = href('plan', null, { ...store.route.peek().query, version: s.version });
          }
        });
      }
      ran = s.running;
    }),
  ];
  return () => stops.forEach((stop) => stop());
}
