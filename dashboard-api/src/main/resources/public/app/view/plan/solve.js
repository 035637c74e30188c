/** Plan, watch the search, stop and keep the best, release. */
import { html, nothing, svg } from '../../../vendor/lit-html.js';
import { signal } from '../../../vendor/signals-core.js';
import { sentence } from '../../i18n/errors.js';
import { lang, t } from '../../i18n/lang.js';
import { costCurve } from '../../model/figures.js';
import { money, number } from '../../model/format.js';
import { releasePlan, shownPlan, solve, startSolve, stopSolve } from '../../state/plans.js';
import { may, notify } from '../../state/store.js';
import { confirmDialog } from '../confirm.js';
import { costLines } from './figures.js';
import { movedStrip } from './moved.js';

/** @typedef {import('../../api/types.js').Plan} Plan */
/** @typedef {import('../../api/types.js').SolveStatus} SolveStatus */

const CHOICES = [5, 10, 30, 60, 120, 300, 600];
const CURVE = { width: 150, height: 34 };
const seconds = signal(10);
/** How much the plan in force counts: times its price. */
const STABILITIES = [0, 1, 3, 10];
const stability = signal(1);
const busy = signal(false);
const asking = signal(false);

/** @param {() => Promise<unknown>} action */
async function act(action) {
  busy.value = true;
  try {
    await action();
  } catch (e) {
    notify('error', sentence(e));
  } finally {
    busy.value = false;
  }
}

/** @param {Plan|null} plan */
export function solveControls(plan) {
  const s = solve.value;
  const planner = may('planner');
  if (s?.running) return progress(s, planner);
  return html`<div class="solve">
    <label>${t('plan.seconds')}
      <select ?disabled=${!planner} @change=${(/** @type {Event} */ e) => {
        seconds.value = Number(/** @type {HTMLSelectElement} */ (e.target).value);
      }}>${CHOICES.map((n) => html`<option value=${n} .selected=${n === seconds.value}>${t('plan.secondsN', { n })}</option>`)}</select>
    </label>
    <label>${t('plan.stability')}
      <select ?disabled=${!planner} @change=${(/** @type {Event} */ e) => {
        stability.value = Number(/** @type {HTMLSelectElement} */ (e.target).value);
      }}>${STABILITIES.map((n) => html`<option value=${n} .selected=${n === stability.value}>${weight(n)}</option>`)}</select>
    </label>
    <button class=${plan?.status === 'draft' ? '' : 'primary'} ?disabled=${busy.value || !planner}
      @click=${() => act(() => startSolve(seconds.value, stability.value))}>${t('plan.go')}</button>
    ${plan?.status === 'draft'
      ? html`<button class="primary" ?disabled=${busy.value || !planner} @click=${() => (asking.value = true)}>${t('plan.release')}</button>`
      : nothing}
  </div>`;
}

/** @param {number} n */
function weight(n) {
  return n > 1 ? t('plan.stability.n', { n }) : t(n === 1 ? 'plan.stability.1' : 'plan.stability.0');
}

/** The best cost holds until a better one comes. @param {SolveStatus} s */
function upToNow(s) {
  const last = s.points[s.points.length - 1];
  return last ? [...s.points, { t: Math.max(last.t, s.elapsed), cost: last.cost }] : [];
}

/** @param {SolveStatus} s @param {boolean} planner */
function progress(s, planner) {
  const last = s.points[s.points.length - 1];
  return html`<div class="solve running">
    <div class="solve-state" role="group" aria-label=${t('plan.searching')}>
      <b>${t('plan.searching')}</b>
      <progress class="bar" max=${s.seconds} value=${Math.min(s.elapsed, s.seconds)} aria-label=${t('plan.searching')}></progress>
      <span class="muted">${t('plan.elapsed', { a: number(Math.floor(s.elapsed), lang.value), b: number(s.seconds, lang.value) })}
        · ${t('plan.moves', { n: number(s.movesPerSecond, lang.value) })}${s.changes ? html` · ${t('plan.changes', { n: s.changes })}` : nothing}</span>
    </div>
    <div class="solve-cost">
      <span class="muted">${t('plan.bestCost')}</span>
      <b>${money(s.best?.totalVnd ?? last?.cost, lang.value)}</b>
      ${gained(s) ? html`<span class="change better">▼ ${t('plan.improved', { p: number(gained(s), lang.value, 1) })}</span>` : nothing}
      ${s.feasible || !s.best ? nothing : html`<span class="late">${t('plan.notFeasible')}</span>`}
    </div>
    <svg class="curve" viewBox="0 0 ${CURVE.width} ${CURVE.height}" width=${CURVE.width} height=${CURVE.height} role="img" aria-label=${t('plan.curve')}>
      ${svg`<polyline points=${costCurve(upToNow(s), s.seconds, CURVE.width, CURVE.height)} />`}
    </svg>
    <button class="primary" ?disabled=${busy.value || !planner} @click=${() => act(stopSolve)}>${t('plan.stop')}</button>
  </div>`;
}

/** How far the best plan is below the first one, per cent. @param {SolveStatus} s */
function gained(s) {
  return s.score && s.firstScore ? Math.max(0, (1 - s.score / s.firstScore) * 100) : 0;
}

/** What the best plan costs so far, line by line, and what it moves. */
export function solveDetails() {
  const s = solve.value;
  if (!s?.running || !s.best) return nothing;
  return html`<section class="solve-details" aria-label=${t('plan.searching')}>
    ${movedStrip(s.moved)} ${costLines(s.best, s.baseline, t('plan.linesNow'))}
  </section>`;
}

export function releaseDialog() {
  const plan = shownPlan.value.value;
  if (!asking.value || !plan || plan.status !== 'draft') return nothing;
  return confirmDialog({
    title: t('plan.releaseAsk', { n: plan.version }),
    text: t('plan.releaseWhat'),
    yes: t('plan.releaseYes'),
    onYes: () => {
      asking.value = false;
      void act(async () => {
        await releasePlan(plan.version);
        notify('done', t('plan.released', { n: plan.version }));
      });
    },
    onNo: () => (asking.value = false),
  });
}
