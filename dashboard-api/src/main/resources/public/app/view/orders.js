/** The orders: found, filtered and sorted in the address, so that what one sees can be sent to another. */
import { html, nothing } from '../../vendor/lit-html.js';
import { sentence } from '../i18n/errors.js';
import { lang, t, word } from '../i18n/lang.js';
import { capital, duration, ms, near, number, percent, said } from '../model/format.js';
import { readQuery, selectOrders } from '../model/orders.js';
import { href } from '../model/route.js';
import { explain } from '../state/explanations.js';
import { poll } from '../state/resource.js';
import * as store from '../state/store.js';
import { draw } from './draw.js';
import { lineIcon } from './icons.js';
import { explanationPanel } from './plan/explanation.js';

/** @typedef {import('../api/types.js').Order} Order */
/** @typedef {import('../model/orders.js').SortKey} SortKey */
/** @typedef {import('../i18n/lang.js').Key} Key */

const ORDERS_EVERY_MS = 5000;
const STATUSES = /** @type {const} */ (['OPEN', 'IN_PROGRESS', 'DONE', 'CANCELLED']);
const FILTERS = /** @type {const} */ (['late', 'barred', 'rush']);
/** @type {{key: SortKey|null, label: Key, number?: boolean}[]} */
const COLUMNS = [
  { key: 'id', label: 'order' },
  { key: 'customer', label: 'customer' },
  { key: 'quantity', label: 'quantity', number: true },
  { key: 'due', label: 'dueProduction' },
  { key: 'customerDue', label: 'dueCustomer' },
  { key: 'progress', label: 'orders.progress' },
  { key: 'plannedEnd', label: 'orders.plannedEnd' },
  { key: 'lateMinutes', label: 'orders.lateness' },
  { key: null, label: 'orders.gates' },
];

/** @param {HTMLElement} root */
export function mount(root) {
  const stops = [
    draw(page, root),
    poll(store.orders, ORDERS_EVERY_MS),
    explain(() => ({ order: asked(), version: null })),
  ];
  return () => stops.forEach((stop) => stop());
}

/** The order whose reasons are open. */
function asked() {
  const { view, query } = store.route.value;
  return view === 'orders' ? (query.why ?? null) : null;
}

/** @param {Record<string, string|boolean|null>} change */
function ask(change) {
  const query = store.route.peek().query;
  history.replaceState(null, '', href('orders', null, { ...query, ...change }));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

function page() {
  const all = store.orders.value.value;
  const error = store.orders.error.value;
  const query = readQuery(store.route.value.query);
  const found = all ? selectOrders(all, query) : [];
  return html`
    <div class="orders-head">
      <h1>${t('nav.orders')} ${all ? html`<span class="muted">${t('orders.count', { n: found.length })}</span>` : nothing}</h1>
      ${tools(query)}
    </div>
    ${error ? html`<p class="banner bad">${sentence(error)} <button @click=${() => void store.orders.refresh()}>${t('retry')}</button></p>` : nothing}
    ${!all && !error ? html`<p class="empty">${t('loading')}</p>` : nothing}
    ${all && found.length === 0 ? html`<p class="empty">${t('orders.none')}</p>` : nothing}
    ${found.length > 0 ? table(found, query) : nothing}
  `;
}

/** @param {import('../model/orders.js').OrderQuery} query */
function tools(query) {
  return html`<form class="orders-tools" role="search" aria-label=${t('orders.filter')} @submit=${(/** @type {Event} */ e) => e.preventDefault()}>
    <input type="search" .value=${query.text} placeholder=${t('orders.find')} aria-label=${t('orders.find')}
      @input=${(/** @type {Event} */ e) => ask({ q: /** @type {HTMLInputElement} */ (e.target).value })} />
    <select aria-label=${t('orders.status')} @change=${(/** @type {Event} */ e) => ask({ status: /** @type {HTMLSelectElement} */ (e.target).value })}>
      <option value="" .selected=${query.status === ''}>${t('orders.anyStatus')}</option>
      ${STATUSES.map((s) => html`<option value=${s} .selected=${query.status === s}>${t(`status.${s}`)}</option>`)}
    </select>
    <span class="filters">${FILTERS.map(
      (f) => html`<button type="button" aria-pressed=${query[f]} @click=${() => ask({ [f]: query[f] ? null : '1' })}>${t(`filter.${f}`)}</button>`,
    )}</span>
    <label class="sort-phone">${t('orders.sortBy')}
      <select @change=${(/** @type {Event} */ e) => ask({ sort: /** @type {HTMLSelectElement} */ (e.target).value })}>
        ${COLUMNS.map((c) => (c.key ? html`<option value=${c.key} .selected=${query.sort === c.key}>${t(c.label)}</option>` : nothing))}
      </select></label>
  </form>`;
}

/** @param {Order[]} found @param {import('../model/orders.js').OrderQuery} query */
function table(found, query) {
  return html`<div class="panel orders-table"><table class="cards">
    <thead><tr>${COLUMNS.map((c) => heading(c, query))}</tr></thead>
    <tbody>${found.map(row)}</tbody>
  </table></div>`;
}

/** @param {{key: SortKey|null, label: Key, number?: boolean}} column @param {import('../model/orders.js').OrderQuery} query */
function heading(column, query) {
  const { key } = column;
  if (key === null) return html`<th scope="col">${t(column.label)}</th>`;
  const sorted = query.sort === key;
  const order = sorted ? (query.descending ? 'descending' : 'ascending') : 'none';
  return html`<th scope="col" aria-sort=${order} class=${column.number ? 'num' : ''}>
    <button class="plain sort" @click=${() => ask({ sort: key, desc: sorted && !query.descending ? '1' : null })}>
      ${t(column.label)}<span aria-hidden="true">${sorted ? (query.descending ? ' ▼' : ' ▲') : ''}</span></button></th>`;
}

/** @param {Order} order */
function row(order) {
  const reason = capital(said(order.barred, lang.value) || said(order.lateReason, lang.value));
  const open = asked() === order.id;
  /** @param {string|null} iso */
  const at = (iso) => (iso ? near(ms(iso), store.now.value, store.zone.value, lang.value) : '–');
  return html`<tr class=${order.lateMinutes > 0 || order.barred ? 'attention' : ''}>
    <th scope="row"><a href=${href('plan', null, { order: order.id })} aria-label=${t('orders.openPlan', { id: order.id })}>${order.id}</a>
      <span class="order-marks">
        ${order.rush ? html`<span class="chip rush">${t('rush')}</span>` : nothing}
        ${order.repeatOf ? html`<span class="chip" title=${t('orders.repeat', { id: order.repeatOf })}>${t('reorder')}</span>` : nothing}
      </span></th>
    <td data-label=${t('customer')}><span class="order-what"><b>${order.customer}</b><span>${order.title}</span><span class="muted">${word('product.', order.product)}</span></span></td>
    <td data-label=${t('quantity')} class="num">${number(order.quantity, lang.value)}</td>
    <td data-label=${t('dueProduction')}>${at(order.due)}</td>
    <td data-label=${t('dueCustomer')}>${at(order.customerDue)}</td>
    <td data-label=${t('orders.progress')}><span class="order-progress"><span>${t(`status.${order.status}`)} · ${percent(order.progress, lang.value)}</span>
      <progress class="bar" max="1" value=${order.progress} aria-label=${t('progressOf', { id: order.id })}></progress></span></td>
    <td data-label=${t('orders.plannedEnd')}>${at(order.plannedEnd)}</td>
    <td data-label=${t('orders.lateness')} class="why-late"><span>
      ${order.lateMinutes > 0
        ? html`<b class="late">${duration(order.lateMinutes, lang.value)}</b>`
        : order.barred
          ? html`<b class="late">${t('orders.barredWhy')}</b>`
          : order.plannedEnd
            ? t('orders.inTime')
            : '–'}
      ${reason ? html`<span class="reason">${reason}</span>` : nothing}
      ${order.plannedEnd && order.status !== 'DONE'
        ? html`<button class="plain why-open" aria-expanded=${open} aria-controls=${`why-${order.id}`}
            @click=${() => ask({ why: open ? null : order.id })}>${open ? t('explain.close') : t('explain.open')}</button>`
        : nothing}</span></td>
    <td data-label=${t('orders.gates')}><span class="gates">${order.gates.map(gate)}</span></td>
  </tr>
  ${open
    ? html`<tr class="explained" id=${`why-${order.id}`}><td colspan=${COLUMNS.length} aria-label=${t('explain.of', { id: order.id })}>
        <div class="explanation">${explanationPanel(order.id, null)}</div></td></tr>`
    : nothing}`;
}

/** @param {Order['gates'][number]} gate */
function gate(gate) {
  const expected = gate.expected
    ? t('gate.expected', { time: near(ms(gate.expected), store.now.value, store.zone.value, lang.value) })
    : t('gate.unknown');
  const name = word('gate.', gate.kind);
  return html`<span class="chip gate ${gate.cleared ? 'cleared' : gate.expected ? 'waiting' : 'unknown'}">
    ${lineIcon(gate.cleared ? 'check' : 'clock')}${name}${gate.cleared ? html`<span class="sr">: ${t('gate.cleared')}</span>` : html`: ${expected}`}</span>`;
}
