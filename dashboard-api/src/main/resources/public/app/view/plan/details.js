/** The chosen order: what and for whom, whether it is late and why, why the chosen operation is where it is, its path. */
import { html, nothing } from '../../../vendor/lit-html.js';
import { kindName } from '../../i18n/kinds.js';
import { lang, t, word } from '../../i18n/lang.js';
import { capital, clockTime, dateTime, duration, ms, near, number, percent, said } from '../../model/format.js';
import { setupReason } from '../../model/setup-reason.js';
import * as store from '../../state/store.js';
import { lineIcon } from '../icons.js';
import { choose, chosen, rows } from './choice.js';
import { explanationPanel } from './explanation.js';

/** @typedef {import('../../api/types.js').Order} Order */
/** @typedef {import('../../model/gantt/rows.js').Bar} Bar */

export function detailsPanel() {
  const { order: id, bar } = chosen.value;
  if (id === null) return html`<h2>${t('detail.title')}</h2><p class="muted">${t('detail.hint')}</p>`;
  const order = store.orderById.value.get(id);
  return html`
    <div class="detail-head">
      <h2>${id}</h2>
      ${order?.rush ? html`<span class="chip rush">${t('rush')}</span>` : nothing}
      <button class="plain" aria-label=${t('detail.clear')} title=${t('detail.clear')} @click=${() => choose(null)}>${lineIcon('close')}</button>
    </div>
    ${order ? orderLines(order) : nothing} ${bar ? operationLines(bar) : nothing}
    ${explanationPanel(id, bar?.op.operationId ?? null)} ${path(id, bar)}
  `;
}

/** @param {string|null} iso */
const at = (iso) => (iso ? dateTime(ms(iso), store.zone.value, lang.value) : '–');

/** @param {Order} order */
function orderLines(order) {
  const reason = capital(said(order.lateReason, lang.value));
  return html`
    <p><b>${order.title}</b><br /><span class="muted">${order.customer} · ${word('product.', order.product)} · ${number(order.quantity, lang.value)} ${t('unit.piece')}</span></p>
    <p class="verdict ${order.lateMinutes > 0 ? 'is-late' : ''}">
      ${order.lateMinutes > 0
        ? html`<b class="late">${t('lateBy', { d: duration(order.lateMinutes, lang.value) })}</b>${reason ? html`<span>${reason}</span>` : nothing}`
        : html`<b>${t('detail.inTime')}</b>`}
    </p>
    <dl class="facts">
      <dt>${t('expectedEnd')}</dt><dd>${at(order.plannedEnd)}</dd>
      <dt>${t('dueProduction')}</dt><dd>${at(order.due)}</dd>
      <dt>${t('dueCustomer')}</dt><dd>${at(order.customerDue)}</dd>
    </dl>
  `;
}

/** @param {Bar} bar */
function operationLines(bar) {
  const { op } = bar;
  const setupMinutes = (bar.start - bar.setup) / 60_000;
  const changes = setupReason(op.setupReason ?? '', lang.value);
  return html`
    <h3>${kindName(op.kind)} <span class="muted">${op.operationId} · ${op.machineId}</span></h3>
    <p class="why"><span class="muted">${t('detail.whyHere')}</span> ${capital(said(op.because, lang.value)) || '–'}</p>
    <dl class="facts">
      <dt>${t('detail.setup')}</dt>
      <dd>${setupMinutes > 0
        ? html`${clockTime(bar.setup, store.zone.value)} · ${duration(setupMinutes, lang.value)}`
        : t('detail.setupNone')}</dd>
      ${changes ? html`<dt>${t('detail.changes')}</dt><dd>${changes}</dd>` : nothing}
      ${op.makereadySheets > 0 ? html`<dt>${t('makereadyWaste')}</dt><dd>${number(op.makereadySheets, lang.value)} ${t('unit.sheet')}</dd>` : nothing}
      <dt>${t('detail.run')}</dt>
      <dd>${near(bar.start, store.now.value, store.zone.value, lang.value)} – ${near(bar.end, store.now.value, store.zone.value, lang.value)}</dd>
      <dt>${t('detail.sheetsIn')}</dt><dd>${number(op.sheetsIn, lang.value)}</dd>
      <dt>${t('detail.quantity')}</dt><dd>${number(op.quantity, lang.value)}</dd>
      ${op.pinned ? html`<dt>${t('pin')}</dt><dd>${lineIcon('check')}</dd>` : nothing}
    </dl>
  `;
}

/** @param {string} id @param {Bar|null} current */
function path(id, current) {
  const bars = rows.value.byOrder.get(id) ?? [];
  if (bars.length === 0) return nothing;
  return html`<h3>${t('detail.path')}</h3>
    <ol class="path">
      ${bars.map(
        (bar) => html`<li>
          <button aria-pressed=${bar === current} @click=${() => choose(bar, {}, true)}>
            <span><b>${kindName(bar.op.kind)}</b> ${bar.op.machineId}</span>
            <span class="muted">${near(bar.setup, store.now.value, store.zone.value, lang.value)} – ${clockTime(bar.end, store.zone.value)}</span>
            <span class="muted">${bar.op.status === 'running' ? percent(bar.op.progress, lang.value) : t(`op.${bar.op.status}`)}</span>
          </button>
        </li>`,
      )}
    </ol>`;
}
