/** One machine: what it does now, its job, its figures, and how they went. */
import { html, nothing, render } from '../../vendor/lit-html.js';
import { computed, effect, untracked } from '../../vendor/signals-core.js';
import { get } from '../api/client.js';
import { sentence } from '../i18n/errors.js';
import { lang, t, word } from '../i18n/lang.js';
import { clockTime, duration, ms, near, number, percent, said } from '../model/format.js';
import { lateMinutesOf } from '../model/lateness.js';
import { shareDone, unitOf } from '../model/machines.js';
import { decimalsOf, deltaEInks, metricParts } from '../model/metric.js';
import { href } from '../model/route.js';
import { poll, resource } from '../state/resource.js';
import * as store from '../state/store.js';
import { draw } from './draw.js';
import { stateIcon } from './icons.js';
import { mountHistory, RANGES } from './machine/history.js';
import { stateName, stopReason } from './words.js';

/** @typedef {import('../api/types.js').MachineDetail} MachineDetail */
/** @typedef {import('../api/types.js').MachineLive} MachineLive */

const DETAIL_EVERY_MS = 2000;
const ORDERS_EVERY_MS = 10_000;
const DEFAULT_HOURS = 8;

const id = computed(() => (store.route.value.view === 'machine' ? store.route.value.id : null));
const hours = computed(() => {
  const wanted = Number(store.route.value.query.range);
  return RANGES.find((r) => r === wanted) ?? DEFAULT_HOURS;
});
const detail = resource(/** @returns {Promise<MachineDetail|null>} */ async () =>
  id.peek() ? get(`/api/machines/${encodeURIComponent(id.peek() ?? '')}`) : null,
);
const inkText = computed(() => deltaEInks(Object.keys(detail.value.value?.metrics ?? {})).join(','));
const inks = computed(() => (inkText.value === '' ? [] : inkText.value.split(',')));

/** @param {HTMLElement} root */
export function mount(root) {
  render(html`<div id="machine-now"></div><div id="machine-history"></div><div id="machine-metrics"></div>`, root);
  /** @param {string} name */
  const at = (name) => /** @type {HTMLElement} */ (root.querySelector(`#${name}`));
  const stops = [
    effect(() => {
      void id.value;
      untracked(() => {
        detail.value.value = null;
        void detail.refresh();
      });
    }),
    draw(nowPart, at('machine-now')),
    draw(metricsTable, at('machine-metrics')),
    poll(detail, DETAIL_EVERY_MS),
    poll(store.orders, ORDERS_EVERY_MS),
    mountHistory(at('machine-history'), { id: () => id.value, hours: () => hours.value, inks: () => inks.value }),
  ];
  return () => stops.forEach((stop) => stop());
}

function nowPart() {
  const machine = store.machineById.value.get(id.value ?? '') ?? detail.value.value;
  if (!machine) {
    const error = detail.error.value;
    return html`<h1>${id.value}</h1>
      <p class=${error ? 'banner bad' : 'empty'}>${error ? sentence(error) : t('waitingData')}</p>
      <p><a class="button" href=${href('board')}>${t('machine.all')}</a></p>`;
  }
  const list = store.frame.value?.machines ?? [];
  return html`
    <div class="machine-head state-${machine.state} ${machine.stale ? 'cold' : ''}">
      <h1>${machine.id} <span class="muted">${said({ en: machine.name, vi: machine.nameVi }, lang.value)}</span></h1>
      <p class="machine-state">${stateIcon(machine.state)} <b>${stateName(machine.state)}</b>
        <span>${duration((store.now.value - ms(machine.since)) / 60_000, lang.value)}</span></p>
      ${why(machine)}
      <nav class="machine-links" aria-label=${machine.id}>
        <select aria-label=${t('detail.machine')} @change=${(/** @type {Event} */ e) =>
          (location.hash = href('machine', /** @type {HTMLSelectElement} */ (e.target).value, store.route.peek().query))}>
          ${list.map((m) => html`<option .selected=${m.id === machine.id}>${m.id}</option>`)}
        </select>
        <a class="button" href=${href('operator', machine.id)}>${t('machine.operator')}</a>
        <a class="button" href=${href('plan', null, { machine: machine.id })}>${t('machine.plan')}</a>
      </nav>
    </div>
    ${machine.stale ? html`<p class="banner">${t('stale')}</p>` : nothing}
    <div class="machine-now">${jobPanel(machine)} ${livePanel(machine)}</div>
    <div class="range-head"><h2>${t('machine.history')}</h2>
      <div class="ranges" role="group" aria-label=${t('machine.range')}>${RANGES.map(
        (r) => html`<a class="button" aria-current=${hours.value === r ? 'true' : 'false'} href=${href('machine', machine.id, { range: r })}>${t(`range.${r}`)}</a>`,
      )}</div></div>
  `;
}

/** @param {MachineLive} machine */
function why(machine) {
  if (machine.fault) return html`<p class="late">${machine.fault.code} ${machine.fault.text}</p>`;
  if (machine.stopReason) return html`<p>${stopReason(machine.stopReason)}</p>`;
  return nothing;
}

/** @param {MachineLive} machine */
function jobPanel(machine) {
  const job = machine.job;
  const unit = t(`unit.${unitOf(machine.kind)}`);
  if (!job) return html`<section class="panel"><h2>${t('machine.job')}</h2><p class="muted">${t('noJob')}</p></section>`;
  const order = store.orderById.value.get(job.orderId);
  const late = lateMinutesOf(job, order);
  /** @param {string|null} iso */
  const at = (iso) => (iso ? near(ms(iso), store.now.value, store.zone.value, lang.value) : '–');
  return html`<section class="panel">
    <h2>${t('machine.job')}</h2>
    <p><a href=${href('plan', null, { order: job.orderId, op: job.operationId })}><b>${job.orderId}</b></a> ${job.operationId} · ${job.title}
      ${order ? html`<span class="muted">· ${order.customer}</span>` : nothing}</p>
    <p class="machine-count"><b>${number(job.good, lang.value)}</b> / ${number(job.total, lang.value)} ${unit} <span>${percent(shareDone(job), lang.value)}</span></p>
    <progress class="bar" max="1" value=${shareDone(job)} aria-label=${t('progressOf', { id: job.orderId })}></progress>
    <dl class="facts">
      <dt>${t('expectedEnd')}</dt><dd>${at(job.eta)}</dd>
      <dt>${t('detail.plannedEnd')}</dt><dd>${at(job.plannedEnd)}</dd>
      ${order ? html`<dt>${t('dueProduction')}</dt><dd>${at(order.due)}</dd>` : nothing}
      ${late === null
        ? nothing
        : html`<dt>${t(late >= 1 ? 'late' : 'slack')}</dt><dd class=${late >= 1 ? 'late' : ''}>${duration(late, lang.value)}</dd>`}
      <dt>${t('badSheets')}</dt><dd>${number(job.waste, lang.value)}</dd>
      ${machine.next ? html`<dt>${t('next')}</dt><dd>${machine.next.orderId} ${at(machine.next.start)}</dd>` : nothing}
    </dl>
  </section>`;
}

/** @param {MachineLive} machine */
function livePanel(machine) {
  const piece = unitOf(machine.kind) === 'piece';
  return html`<section class="panel">
    <h2>${t('machine.live')}</h2>
    <dl class="live">
      <div><dt>${t('metric.speed.actual')}</dt><dd><b>${number(machine.speed, lang.value)}</b> ${t(piece ? 'unit.pieceHour' : 'unit.sheetHour')}
        <span class="muted">${machine.speedSet ? t('setSpeed', { v: number(machine.speedSet, lang.value) }) : ''}</span></dd></div>
      <div><dt>${t('metric.power')}</dt><dd><b>${number(machine.power, lang.value, 1)}</b> kW</dd></div>
      <div><dt>${t('metric.energy')}</dt><dd><b>${number(machine.energy, lang.value)}</b> kWh</dd></div>
      <div><dt>${t('metric.count.good')}</dt><dd><b>${number(machine.countGood, lang.value)}</b></dd></div>
      <div><dt>${t('metric.count.waste')}</dt><dd><b>${number(machine.countWaste, lang.value)}</b></dd></div>
      ${machine.quality
        ? html`<div><dt>${t('deltaE')}</dt><dd class="quality-${machine.quality}"><b>${t(`quality.${machine.quality}`)}</b></dd></div>`
        : nothing}
    </dl>
  </section>`;
}

/** @param {string} metric */
function metricName(metric) {
  const { family, of, zone } = metricParts(metric);
  const parts = [word('metric.', family)];
  if (of) parts.push(word('place.', of));
  if (zone) parts.push(t('metric.zone', { n: Number(zone) }));
  return parts.join(' ');
}

function metricsTable() {
  const metrics = Object.entries(detail.value.value?.metrics ?? {})
    .filter(([, m]) => Number.isFinite(m.value))
    .sort(([a], [b]) => a.localeCompare(b));
  if (metrics.length === 0) return nothing;
  return html`<details class="panel metrics"><summary>${t('machine.live')} (${metrics.length})</summary>
    <table><thead><tr><th scope="col">${t('metrics.name')}</th><th scope="col" class="num">${t('metrics.value')}</th>
      <th scope="col">${t('metrics.at')}</th><th scope="col">${t('metrics.quality')}</th></tr></thead>
    <tbody>${metrics.map(
      ([name, m]) => html`<tr class=${m.quality === 'good' ? '' : 'doubt'}><th scope="row">${metricName(name)}</th>
        <td class="num">${number(m.value, lang.value, decimalsOf(name, m.value ?? 0))} ${m.unit ?? ''}</td>
        <td>${clockTime(ms(m.at), store.zone.value)}</td><td>${word('dataQuality.', m.quality)}</td></tr>`,
    )}</tbody></table></details>`;
}
