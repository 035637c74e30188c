/** The live board: a tile a machine, presses first; what needs somebody is counted and filled, all else is calm. */
import { html, nothing } from '../../vendor/lit-html.js';
import { signal } from '../../vendor/signals-core.js';
import { lang, t } from '../i18n/lang.js';
import { countNeeds, needOf } from '../model/attention.js';
import { duration, ms, near, number, percent, said } from '../model/format.js';
import { lateMinutesOf } from '../model/lateness.js';
import { byHall, shareDone, unitOf } from '../model/machines.js';
import { href } from '../model/route.js';
import { poll } from '../state/resource.js';
import * as store from '../state/store.js';
import { draw } from './draw.js';
import { stateIcon } from './icons.js';
import { stateName, stopReason } from './words.js';

/** @typedef {import('../api/types.js').MachineLive} MachineLive */
/** @typedef {import('../model/attention.js').Need} Need */
/** @typedef {{machine: MachineLive, late: number|null, need: Need|null}} Seen */

const ORDERS_EVERY_MS = 10_000;
const onlyNeeds = signal(false);

/** @param {HTMLElement} root */
export function mount(root) {
  const stopDrawing = draw(board, root);
  const stopPolling = poll(store.orders, ORDERS_EVERY_MS);
  return () => {
    stopDrawing();
    stopPolling();
  };
}

/** @param {MachineLive} machine @returns {Seen} */
function see(machine) {
  const order = machine.job ? store.orderById.value.get(machine.job.orderId) : undefined;
  const late = lateMinutesOf(machine.job, order);
  return { machine, late, need: needOf(machine, late) };
}

function board() {
  const frame = store.frame.value;
  if (!frame) return html`<h1 class="sr">${t('nav.board')}</h1><p class="empty">${t('waitingData')}</p>`;
  const seen = frame.machines.map(see);
  const needs = countNeeds(seen.map((s) => s.need));
  const shown = onlyNeeds.value ? seen.filter((s) => s.need !== null) : seen;
  const { presses, finishing } = byHall(shown.map((s) => ({ ...s, kind: s.machine.kind })));
  return html`
    <div class="board-head">
      <h1>${t('nav.board')}</h1>
      <p class="needs ${needs.total > 0 ? 'some' : ''}">
        ${needs.total > 0
          ? html`<b>${needs.total}</b> ${t(needs.total === 1 ? 'attentionOne' : 'attention')}
            <span class="need-kinds">${needs.by.map((n) => html`<span class="need need-${n.need}">${n.count} ${t(`need.${n.need}`)}</span>`)}</span>`
          : t('allWell')}
      </p>
      <label class="switch"><input type="checkbox" .checked=${onlyNeeds.value}
        @change=${() => (onlyNeeds.value = !onlyNeeds.value)} /><span>${t('onlyAttention')}</span></label>
    </div>
    ${shown.length === 0 ? html`<p class="empty">${t('noneHere')}</p>` : nothing}
    ${hall(t('presses'), presses)} ${hall(t('finishing'), finishing)}
  `;
}

/** @param {string} title @param {Seen[]} seen */
function hall(title, seen) {
  if (seen.length === 0) return nothing;
  return html`<section class="hall"><h2>${title}</h2><ul class="tiles">${seen.map(tile)}</ul></section>`;
}

/** @param {Seen} seen */
function tile({ machine, late, need }) {
  const cold = machine.stale || machine.state === 'OFFLINE' || store.lamp.value === 'lost';
  const name = said({ en: machine.name, vi: machine.nameVi }, lang.value);
  const state = stateName(machine.state);
  return html`<li class="tile state-${machine.state} ${cold ? 'cold' : ''} ${need ? `needs-${need}` : ''}">
    <a class="tile-link" href=${href('machine', machine.id)} aria-label=${`${machine.id} ${name}: ${state}`}>
      <span class="tile-name"><b>${machine.id}</b> ${name}</span>
      <span class="tile-state">${stateIcon(machine.state)}<b>${state}</b> <span class="tile-since">${ago(machine)}</span></span>
      ${why(machine)}
      ${jobLines(machine, late)}
      <span class="tile-next">${nextLine(machine)}</span>
    </a>
  </li>`;
}

/** @param {MachineLive} machine */
function ago(machine) {
  const since = ms(machine.since);
  return Number.isFinite(since) ? duration((store.now.value - since) / 60_000, lang.value) : '';
}

/** @param {MachineLive} machine */
function why(machine) {
  if (machine.state === 'DOWN' && machine.fault) {
    return html`<span class="tile-why">${machine.fault.code} ${machine.fault.text}</span>`;
  }
  if (machine.state === 'STOPPED' && machine.stopReason) {
    return html`<span class="tile-why">${stopReason(machine.stopReason)}</span>`;
  }
  if (machine.stale) return html`<span class="tile-why">${t('stale')}</span>`;
  if (machine.quality === 'RED' || machine.quality === 'HOLD') {
    return html`<span class="tile-why quality">${t(`quality.${machine.quality}`)}</span>`;
  }
  return nothing;
}

/** @param {MachineLive} machine @param {number|null} late */
function jobLines(machine, late) {
  const unit = unitOf(machine.kind);
  const job = machine.job;
  if (!job) return html`<span class="tile-job none">${t('noJob')}</span>`;
  const speed = html`<span class="tile-speed">
    <b>${number(machine.speed, lang.value)}</b>
    <span>${t(unit === 'sheet' ? 'unit.sheetHour' : 'unit.pieceHour')}${machine.speedSet
      ? html` · ${t('setSpeed', { v: number(machine.speedSet, lang.value) })}`
      : nothing}</span>
  </span>`;
  const share = shareDone(job);
  return html`${speed}
    <span class="tile-job"><b>${job.orderId}</b> ${job.title}</span>
    <span class="tile-count"><span><b>${number(job.good, lang.value)}</b> / ${number(job.total, lang.value)} ${t(`unit.${unit}`)}</span>
      <span>${percent(share, lang.value)}</span></span>
    <progress class="bar" max="1" value=${share} aria-label=${t('progressOf', { id: job.orderId })}></progress>
    <span class="tile-due">${dueLine(job, late)}</span>`;
}

/** @param {import('../api/types.js').LiveJob} job @param {number|null} late */
function dueLine(job, late) {
  const order = store.orderById.value.get(job.orderId);
  /** @param {string|null|undefined} iso */
  const at = (iso) => near(ms(iso), store.now.value, store.zone.value, lang.value);
  return html`${job.eta ? html`<span>${t('doneAt', { time: at(job.eta) })}</span>` : nothing}
    ${order ? html`<span>${t('dueAt', { time: at(order.due) })}</span>` : nothing}
    ${late === null
      ? nothing
      : late >= 1
        ? html`<span class="late">${t('lateBy', { d: duration(late, lang.value) })}</span>`
        : html`<span class="spare">${t('spare', { d: duration(late, lang.value) })}</span>`}`;
}

/** @param {MachineLive} machine */
function nextLine(machine) {
  if (!machine.next) return t('nextNone');
  const at = near(ms(machine.next.start), store.now.value, store.zone.value, lang.value);
  return html`${t('next')}: <b>${machine.next.orderId}</b> ${at}`;
}
