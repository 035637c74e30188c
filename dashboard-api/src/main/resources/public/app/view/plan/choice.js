/** What is chosen on the planning board, kept in the address, and what the board is shown. */
import { html } from '../../../vendor/lit-html.js';
import { computed, signal } from '../../../vendor/signals-core.js';
import { lang, t } from '../../i18n/lang.js';
import { ms, near } from '../../model/format.js';
import { byHall } from '../../model/machines.js';
import { buildRows, keyOf } from '../../model/gantt/rows.js';
import { bandHours } from '../../model/gantt/tariff.js';
import { href } from '../../model/route.js';
import { shownPlan } from '../../state/plans.js';
import * as store from '../../state/store.js';

/** @typedef {import('../../model/gantt/rows.js').Bar} Bar */

const DAY_MS = 86_400_000;
const machineIds = computed(() => {
  const { presses, finishing } = byHall(store.plant.value.value?.machines ?? []);
  return [...presses, ...finishing].map((m) => m.id);
});

export const rows = computed(() =>
  buildRows(machineIds.value, shownPlan.value.value?.operations ?? [], store.plant.value.value?.calendars ?? {}),
);

const peaks = computed(() => {
  const { from, to } = rows.value.extent;
  const bands = store.plant.value.value?.tariff ?? [];
  if (!Number.isFinite(from)) return [];
  return bandHours(bands, 'PEAK', from - 7 * DAY_MS, to + 30 * DAY_MS, store.zone.value);
});

/** Set by what chooses from outside the board, such as the table: the board then moves to the bar. */
const revealNext = signal(false);

export const chosen = computed(() => {
  const { view, query } = store.route.value;
  const order = view === 'plan' ? (query.order ?? null) : null;
  const bars = order === null ? [] : (rows.value.byOrder.get(order) ?? []);
  const wanted = order !== null && query.op ? rows.value.byKey.get(keyOf(order, query.op)) : undefined;
  const bar = wanted ?? bars[0] ?? null;
  const machine = bar?.op.machineId ?? query.machine ?? machineIds.value[0] ?? null;
  return { order, bar, machine, reveal: revealNext.value };
});

/**
 * @param {Bar|null} bar
 * @param {Record<string, string|null>} [more] further settings for the address
 * @param {boolean} [reveal] whether the board should move to it
 */
export function choose(bar, more = {}, reveal = false) {
  const { query } = store.route.peek();
  revealNext.value = reveal;
  const next = bar
    ? { order: bar.op.orderId, op: bar.op.operationId, machine: null }
    : { order: null, op: null };
  // a choice is a place to share, not a page to go back to
  history.replaceState(null, '', href('plan', null, { ...query, ...next, ...more }));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

/**
 * An order, or one of its operations, that shows itself on the board when it is tapped.
 *
 * @param {string} orderId
 * @param {string|null} operationId
 */
export function jobLink(orderId, operationId) {
  const show = () => {
    const bar = operationId === null ? undefined : rows.peek().byKey.get(keyOf(orderId, operationId));
    choose(bar ?? null, bar ? {} : { order: orderId, machine: null }, true);
  };
  return html`<button class="link" @click=${show}>${orderId}${operationId === null ? '' : ` · ${operationId}`}</button>`;
}

const live = computed(() => {
  /** @type {Map<string, number>} */
  const shares = new Map();
  /** @type {Map<string, number>} */
  const ends = new Map();
  for (const { op, key, end } of rows.value.byKey.values()) {
    const forecast = op.forecastEnd && op.status !== 'done' ? Date.parse(op.forecastEnd) : 0;
    if (forecast > end) ends.set(key, forecast);
  }
  for (const { job } of store.frame.value?.machines ?? []) {
    if (!job || job.total <= 0) continue;
    const key = keyOf(job.orderId, job.operationId);
    shares.set(key, Math.round((job.good / job.total) * 200) / 200);
    if (job.eta) ends.set(key, Math.round(Date.parse(job.eta) / 60_000) * 60_000);
  }
  return { shares, ends };
});
let lastText = '';
let lastLive = live.peek();
/** The same object as long as nothing that can be seen has changed, so that the board repaints seldom. */
const steadyLive = computed(() => {
  const text = JSON.stringify([...live.value.shares, ...live.value.ends]);
  if (text !== lastText) lastLive = live.value;
  lastText = text;
  return lastLive;
});

export function ganttInput() {
  const { order, bar } = chosen.value;
  const known = order === null ? undefined : store.orderById.value.get(order);
  /** @param {number} at */
  const time = (at) => near(at, store.now.value, store.zone.value, lang.value);
  const due = ms(known?.due);
  const customerDue = ms(known?.customerDue);
  return {
    rows: rows.value,
    peaks: peaks.value,
    zone: store.zone.value,
    lang: lang.value,
    theme: store.theme.value,
    order,
    key: bar?.key ?? null,
    shares: steadyLive.value.shares,
    ends: steadyLive.value.ends,
    now: store.now.value,
    due,
    customerDue,
    dueText: Number.isFinite(due) ? t('gantt.due', { time: time(due) }) : '',
    customerText: Number.isFinite(customerDue) ? t('gantt.customerDue', { time: time(customerDue) }) : '',
  };
}
