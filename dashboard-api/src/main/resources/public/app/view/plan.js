/** The planning board's page: which plan, solve and release, figures, the board, details, the machine's jobs. */
import { html, nothing, render } from '../../vendor/lit-html.js';
import { effect, signal, untracked } from '../../vendor/signals-core.js';
import { lang, t } from '../i18n/lang.js';
import { sentence } from '../i18n/errors.js';
import { date, duration, clockTime, plain, said } from '../model/format.js';
import { explain } from '../state/explanations.js';
import { shownPlan, follow, heads, wantedVersion } from '../state/plans.js';
import { poll } from '../state/resource.js';
import * as store from '../state/store.js';
import { kindName } from '../i18n/kinds.js';
import { draw } from './draw.js';
import { ganttInput, chosen, choose, rows } from './plan/choice.js';
import { detailsPanel } from './plan/details.js';
import { figuresStrip } from './plan/figures.js';
import { gangList } from './plan/gangs.js';
import { gantt } from './plan/gantt.js';
import { AXIS, ROW } from './plan/geometry.js';
import { jobsTable, unplannedList } from './plan/jobs.js';
import { legend } from './plan/legend.js';
import { releaseDialog, solveControls, solveDetails } from './plan/solve.js';

const PLAN_EVERY_MS = 5000;
const ORDERS_EVERY_MS = 10_000;
const ZOOMS = /** @type {const} */ (['fit', 'now', 'shift', 'day', 'week']);

const STATUS = /** @type {const} */ ({ draft: 'plan.draft', released: 'plan.inForce', superseded: 'plan.superseded' });

const findError = signal('');

/** @param {HTMLElement} root */
export function mount(root) {
  render(skeleton(), root);
  /** @param {string} id */
  const at = (id) => /** @type {HTMLElement} */ (root.querySelector(`#${id}`));
  const board = gantt(
    {
      scroller: at('gantt'),
      base: /** @type {HTMLCanvasElement} */ (at('gantt-base')),
      overlay: /** @type {HTMLCanvasElement} */ (at('gantt-overlay')),
    },
    { onChoose: choose, onHover: (bar, x, y) => showTip(at('gantt-tip'), bar, x, y) },
  );
  const stops = [
    follow(),
    poll(shownPlan, PLAN_EVERY_MS),
    poll(store.orders, ORDERS_EVERY_MS),
    explain(() => ({ order: chosen.value.order, version: wantedVersion.value })),
    draw(planHead, at('plan-head')),
    draw(() => figuresStrip(shownPlan.value.value), at('plan-figures')),
    draw(() => zoomBar(board), at('gantt-tools')),
    draw(rowLabels, at('gantt-rows')),
    draw(legend, at('gantt-legend')),
    draw(detailsPanel, at('plan-details')),
    draw(() => html`${jobsTable()} ${unplannedList()} ${gangList()}`, at('plan-tables')),
    draw(() => html`${spoken()}`, at('gantt-said')),
    draw(() => releaseDialog(), at('plan-dialog')),
    effect(() => {
      const overlay = at('gantt-overlay');
      overlay.setAttribute('aria-label', t('gantt.label'));
      at('gantt').style.setProperty('--rows-height', `${AXIS + rows.value.rows.length * ROW}px`);
    }),
    effect(() => board.show(ganttInput())),
    effect(() => {
      const bar = chosen.value.bar;
      if (bar && chosen.value.reveal) untracked(() => board.bringIntoView(bar));
    }),
    () => board.stop(),
  ];
  return () => stops.forEach((stop) => stop());
}

const skeleton = () => html`
  <div id="plan-head"></div>
  <div id="plan-figures"></div>
  <div class="plan-body">
    <section class="gantt-panel">
      <div id="gantt-tools" class="gantt-tools"></div>
      <div id="gantt" class="gantt">
        <div class="gantt-corner"></div>
        <div id="gantt-rows" class="gantt-rows"></div>
        <div class="gantt-canvas">
          <canvas id="gantt-base" aria-hidden="true"></canvas>
          <canvas id="gantt-overlay" tabindex="0" role="application" aria-describedby="gantt-keys"></canvas>
        </div>
      </div>
      <div id="gantt-tip" class="gantt-tip" hidden></div>
      <p id="gantt-said" class="sr" aria-live="polite"></p>
      <div id="gantt-legend"></div>
    </section>
    <aside id="plan-details" class="panel plan-details"></aside>
  </div>
  <div id="plan-tables"></div>
  <div id="plan-dialog"></div>
`;

function planHead() {
  const plan = shownPlan.value.value;
  const error = shownPlan.error.value;
  return html`
    <div class="plan-head">
      <div>
        <h1>${t('nav.plan')}</h1>
        ${plan ? planName(plan) : nothing}
      </div>
      ${versionChoice()} ${solveControls(plan)}
    </div>
    ${solveDetails()}
    ${error ? html`<p class="banner bad">${sentence(error)} <button @click=${() => void shownPlan.refresh()}>${t('retry')}</button></p>` : nothing}
    ${!error && plan === null ? html`<p class="empty">${t('plan.none')}</p>` : nothing}
  `;
}

/** @param {import('../api/types.js').Plan} plan */
function planName(plan) {
  const made = Date.parse(plan.createdAt);
  const time = `${clockTime(made, store.zone.value)} ${date(made, store.zone.value, lang.value)}`;
  return html`<p class="plan-name">
    <b>${t('plan.version', { n: plan.version })}</b>
    <span class="chip ${plan.status}">${t(STATUS[plan.status])}</span>
    <span class="muted">${t('plan.by', { who: plan.createdBy, time })}</span>
  </p>`;
}

function versionChoice() {
  const list = heads.value.value ?? [];
  if (list.length < 2) return nothing;
  const wanted = wantedVersion.value;
  /** @param {Event} event */
  const change = (event) => {
    const value = /** @type {HTMLSelectElement} */ (event.target).value;
    choose(null, { version: value || null });
  };
  return html`<label class="plan-version"><span class="sr">${t('plan.which')}</span>
    <select @change=${change}>
      <option value="" .selected=${wanted === null}>${t('plan.current')}</option>
      ${list.slice(0, 12).map(
        (p) => html`<option value=${p.version} .selected=${wanted === p.version}>
          ${t('plan.version', { n: p.version })} · ${t(`plan.status.${p.status}`)}
        </option>`,
      )}
    </select></label>`;
}

/** @param {ReturnType<typeof gantt>} board */
function zoomBar(board) {
  return html`
    <div class="zooms" role="group" aria-label=${t('gantt.zoom')}>
      ${ZOOMS.map((zoom, i) => html`<button @click=${() => board.zoomTo(zoom)} aria-keyshortcuts=${i + 1}>${t(`zoom.${zoom}`)}</button>`)}
      <button aria-label=${t('zoom.in')} title=${t('zoom.in')} @click=${() => board.zoomTo('in')}>+</button>
      <button aria-label=${t('zoom.out')} title=${t('zoom.out')} @click=${() => board.zoomTo('out')}>−</button>
    </div>
    <form class="find" @submit=${find} role="search">
      <input name="q" type="search" placeholder=${t('gantt.find')} aria-label=${t('gantt.find')} autocomplete="off" />
    </form>
    ${findError.value ? html`<span class="field-error" role="status">${findError.value}</span>` : nothing}
    <span id="gantt-keys" class="keys muted">${t('gantt.keys')}</span>
  `;
}

/** @param {SubmitEvent} event */
function find(event) {
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.target);
  const text = String(new FormData(form).get('q') ?? '').trim();
  findError.value = '';
  if (!text) return;
  const wanted = plain(text);
  const orders = store.orderById.value;
  for (const [orderId, bars] of rows.value.byOrder) {
    const order = orders.get(orderId);
    if (!plain(`${orderId} ${order?.title ?? ''} ${order?.customer ?? ''}`).includes(wanted)) continue;
    choose(bars[0] ?? null, {}, true);
    return;
  }
  findError.value = t('gantt.findNone', { q: text });
}

function rowLabels() {
  const infos = new Map((store.plant.value.value?.machines ?? []).map((m) => [m.id, m]));
  const { machine } = chosen.value;
  return html`${rows.value.rows.map((row) => {
    const info = infos.get(row.machineId);
    const live = store.machineById.value.get(row.machineId);
    return html`<button class="gantt-row state-${live?.state ?? 'OFFLINE'}" aria-pressed=${machine === row.machineId}
      @click=${() => choose(null, { machine: row.machineId })}>
      <b>${row.machineId}</b><span>${info ? said({ en: info.name, vi: info.nameVi }, lang.value) : ''}</span>
    </button>`;
  })}`;
}

/** What a screen reader hears of the chosen bar. */
function spoken() {
  const { bar } = chosen.value;
  if (!bar) return '';
  const { op } = bar;
  const from = clockTime(bar.setup, store.zone.value);
  const to = clockTime(bar.end, store.zone.value);
  return `${op.orderId} ${kindName(op.kind)}, ${op.machineId}, ${from}–${to}`;
}

/**
 * @param {HTMLElement} tip
 * @param {import('../model/gantt/rows.js').Bar|null} bar
 * @param {number} x
 * @param {number} y
 */
function showTip(tip, bar, x, y) {
  tip.hidden = bar === null;
  const canvas = tip.parentElement?.querySelector('canvas');
  if (!bar || !canvas) return;
  const order = store.orderById.value.get(bar.op.orderId);
  const zone = store.zone.value;
  render(
    html`<b>${bar.op.orderId} · ${kindName(bar.op.kind)}</b>
      ${order ? html`<span>${order.title}</span>` : nothing}
      <span>${clockTime(bar.setup, zone)}–${clockTime(bar.end, zone)} · ${duration((bar.end - bar.setup) / 60_000, lang.value)}</span>
      ${bar.op.lateMinutes > 0 ? html`<span class="late">${t('lateBy', { d: duration(bar.op.lateMinutes, lang.value) })}</span>` : nothing}`,
    tip,
  );
  const box = canvas.getBoundingClientRect();
  const outer = /** @type {HTMLElement} */ (tip.parentElement).getBoundingClientRect();
  const left = Math.min(box.left - outer.left + x + 14, outer.width - tip.offsetWidth - 8);
  tip.style.left = `${Math.max(4, left)}px`;
  tip.style.top = `${box.top - outer.top + y + 18}px`;
}
