/** One machine for who stands at it, on a tablet: what, how far, what next and is it ready, why it stopped, alarms. */
import { html, nothing } from '../../vendor/lit-html.js';
import { computed, effect, signal, untracked } from '../../vendor/signals-core.js';
import { get, post } from '../api/client.js';
import { sentence } from '../i18n/errors.js';
import { kindName } from '../i18n/kinds.js';
import { lang, t, word } from '../i18n/lang.js';
import { duration, ms, near, number, percent, said } from '../model/format.js';
import { lateMinutesOf } from '../model/lateness.js';
import { byHall, shareDone, unitOf } from '../model/machines.js';
import { href } from '../model/route.js';
import { setupReason } from '../model/setup-reason.js';
import { poll, resource } from '../state/resource.js';
import * as store from '../state/store.js';
import { alarmItem } from './alarms.js';
import { draw } from './draw.js';
import { lineIcon, stateIcon } from './icons.js';
import { stateName, stopReason } from './words.js';

/** @typedef {import('../api/types.js').MachineLive} MachineLive */
/** @typedef {import('../api/types.js').Queue} Queue */
/** @typedef {import('../api/types.js').QueuedOperation} QueuedOperation */

const QUEUE_EVERY_MS = 4000;
const ORDERS_EVERY_MS = 10_000;
const id = computed(() => (store.route.value.view === 'operator' ? store.route.value.id : null));
const queue = resource(/** @returns {Promise<Queue|null>} */ async () =>
  id.peek() ? get(`/api/machines/${encodeURIComponent(id.peek() ?? '')}/queue`) : null,
);
/** Said also when all is well; the others only when they are missing. */
const ALWAYS = new Set(['paper', 'plates']);
const choosing = signal(false);
const sending = signal('');

/** @param {HTMLElement} root */
export function mount(root) {
  choosing.value = false;
  const stops = [
    draw(page, root),
    effect(() => {
      void id.value;
      untracked(() => {
        queue.value.value = null;
        choosing.value = false;
        void queue.refresh();
      });
    }),
    poll(queue, QUEUE_EVERY_MS),
    poll(store.orders, ORDERS_EVERY_MS),
  ];
  return () => stops.forEach((stop) => stop());
}

function page() {
  if (id.value === null) return machineChoice();
  const machine = store.machineById.value.get(id.value);
  if (!machine) {
    return html`<h1>${id.value}</h1><p class="empty">${store.frame.value ? t('machine.unknown', { id: id.value }) : t('waitingData')}</p>
      <p><a class="button" href=${href('operator')}>${t('operator.change')}</a></p>`;
  }
  return html`
    <div class="op-head state-${machine.state} ${machine.stale ? 'cold' : ''}">
      <h1>${machine.id} <span>${said({ en: machine.name, vi: machine.nameVi }, lang.value)}</span></h1>
      <p class="op-state">${stateIcon(machine.state)} <b>${stateName(machine.state)}</b>
        <span>${duration((store.now.value - ms(machine.since)) / 60_000, lang.value)}</span></p>
      <a class="button" href=${href('operator')}>${t('operator.change')}</a>
    </div>
    ${machine.stale ? html`<p class="banner">${t('stale')}</p>` : nothing}
    ${machine.fault ? html`<p class="banner bad">${machine.fault.code} ${machine.fault.text}</p>` : nothing}
    <div class="op-grid">
      <div class="op-main">${thisJob(machine)} ${stopPanel(machine)}</div>
      <div class="op-side">${nextJobs()} ${machineAlarms(machine.id)}</div>
    </div>
  `;
}

function machineChoice() {
  const { presses, finishing } = byHall(store.frame.value?.machines ?? []);
  return html`<h1>${t('operator.choose')}</h1>
    <ul class="op-machines">${[...presses, ...finishing].map(
      (m) => html`<li><a class="button state-${m.state}" href=${href('operator', m.id)}>
        <b>${m.id}</b><span>${said({ en: m.name, vi: m.nameVi }, lang.value)}</span>
        <span class="op-mini">${stateIcon(m.state)} ${stateName(m.state)}</span></a></li>`,
    )}</ul>`;
}

/** @param {MachineLive} machine */
function thisJob(machine) {
  const job = machine.job;
  if (!job) return html`<section class="panel op-job"><h2>${t('operator.thisJob')}</h2><p class="op-none">${t('operator.noJob')}</p></section>`;
  const order = store.orderById.value.get(job.orderId);
  const late = lateMinutesOf(job, order);
  const unit = t(`unit.${unitOf(machine.kind)}`);
  const current = queue.value.value?.current ?? null;
  const changes = current ? setupReason(current.setupReason ?? '', lang.value) : '';
  /** @param {string|null} iso */
  const at = (iso) => near(ms(iso), store.now.value, store.zone.value, lang.value);
  return html`<section class="panel op-job">
    <h2>${t('operator.thisJob')}</h2>
    <p class="op-title"><b>${job.orderId}</b> ${current ? kindName(current.kind) : job.operationId}<br />${job.title}
      ${order ? html`<span class="muted"> · ${order.customer}</span>` : nothing}</p>
    <p class="op-count"><b>${number(job.good, lang.value)}</b> <span>/ ${number(job.total, lang.value)} ${unit}</span>
      <strong>${percent(shareDone(job), lang.value)}</strong></p>
    <progress class="bar big" max="1" value=${shareDone(job)} aria-label=${t('progressOf', { id: job.orderId })}></progress>
    <dl class="op-facts">
      <div><dt>${t('speed')}</dt><dd>${number(machine.speed, lang.value)} <span class="muted">/ ${number(machine.speedSet, lang.value)}</span></dd></div>
      <div><dt>${t('badSheets')}</dt><dd>${number(job.waste, lang.value)}</dd></div>
      <div><dt>${t('expectedEnd')}</dt><dd>${at(job.eta)}</dd></div>
      <div><dt>${t('detail.plannedEnd')}</dt><dd>${at(job.plannedEnd)}</dd></div>
      <div><dt>${t('dueProduction')}</dt><dd class=${late !== null && late >= 1 ? 'late' : ''}>${order ? at(order.due) : '–'}
        ${late !== null && late >= 1 ? html`<br />${t('lateBy', { d: duration(late, lang.value) })}` : nothing}</dd></div>
    </dl>
    ${machine.state === 'SETUP' && changes ? html`<p class="op-changes"><span class="muted">${t('makeready')}:</span> <b>${changes}</b></p>` : nothing}
  </section>`;
}

/** Open by itself while the machine stands: the reason is then one tap away, else two. @param {MachineLive} machine */
function stopPanel(machine) {
  const stopped = machine.state === 'STOPPED' || machine.state === 'DOWN';
  const reasons = store.plant.value.value?.stopReasons ?? [];
  const open = choosing.value || (stopped && !machine.stopReason);
  const allowed = store.may('operator');
  return html`<section class="panel op-stop ${stopped ? 'is-stopped' : ''}">
    ${machine.stopReason ? html`<p class="op-given">${t('operator.given', { reason: stopReason(machine.stopReason) })}</p>` : nothing}
    ${open
      ? html`<h2>${t(stopped ? 'operator.whyNow' : 'operator.why')}</h2>
        <div class="op-reasons">${reasons.map(
          (r) => html`<button aria-pressed=${machine.stopReason === r.code} ?disabled=${sending.value !== '' || !allowed}
            @click=${() => report(machine.id, r)}>${said(r, lang.value)}</button>`,
        )}</div>
        ${stopped && !machine.stopReason ? nothing : html`<button class="op-wide" @click=${() => (choosing.value = false)}>${t('cancel')}</button>`}`
      : html`<button class="op-wide" ?disabled=${!allowed} @click=${() => (choosing.value = true)}>${t('operator.why')}</button>`}
    ${allowed ? nothing : html`<p class="muted">${t('operator.notAllowed')}</p>`}
  </section>`;
}

/** @param {string} machineId @param {import('../api/types.js').StopReason} reason */
async function report(machineId, reason) {
  sending.value = reason.code;
  try {
    await post(`/api/machines/${encodeURIComponent(machineId)}/stop-reason`, { reason: reason.code });
    choosing.value = false;
    store.notify('done', t('operator.sent', { reason: said(reason, lang.value) }));
  } catch (e) {
    store.notify('error', sentence(e));
  } finally {
    sending.value = '';
  }
}

function nextJobs() {
  const list = queue.value.value?.next ?? [];
  const error = queue.error.value;
  return html`<section class="panel"><h2>${t('operator.nextJobs')}</h2>
    ${error ? html`<p class="field-error">${sentence(error)}</p>` : nothing}
    ${list.length === 0 && !error ? html`<p class="muted">${t('operator.noNext')}</p>` : nothing}
    <ol class="op-next">${list.map(nextJob)}</ol></section>`;
}

/** @param {QueuedOperation} op */
function nextJob(op) {
  const order = store.orderById.value.get(op.orderId);
  const changes = setupReason(op.setupReason ?? '', lang.value);
  return html`<li>
    <p><b>${op.orderId}</b> ${kindName(op.kind)} · ${number(op.quantity, lang.value)}</p>
    <p>${order?.title ?? ''}</p>
    <p class="muted">${t('operator.starts', { time: near(ms(op.setupStart), store.now.value, store.zone.value, lang.value) })}${changes ? ` · ${changes}` : ''}</p>
    ${op.ready ? html`<p class="op-ready">${Object.entries(op.ready).map(([what, state]) => (state.ok && !ALWAYS.has(what) ? nothing : ready(what, state)))}</p>` : nothing}
  </li>`;
}

/** @param {string} what @param {import('../api/types.js').Ready} state */
function ready(what, state) {
  const text = said(state.text, lang.value);
  return html`<span class="op-is ${state.ok ? 'ok' : 'not'}">${lineIcon(state.ok ? 'check' : 'clock')}
    ${text || html`<b>${word('ready.', what)}:</b> ${t(state.ok ? 'ready.yes' : 'ready.no')}`}</span>`;
}

/** @param {string} machineId */
function machineAlarms(machineId) {
  const list = (store.alarms.value.value ?? []).filter((a) => a.machineId === machineId && !a.acknowledgedBy);
  return html`<section class="panel"><h2>${t('nav.alarms')}</h2>
    ${list.length === 0 ? html`<p class="muted">${t('alarms.none')}</p>` : html`<ul class="alarms">${list.map(alarmItem)}</ul>`}</section>`;
}
