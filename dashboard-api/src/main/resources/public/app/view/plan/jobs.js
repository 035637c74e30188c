/** The board in words: a table of one machine's jobs, and what could not be planned. */
import { html, nothing } from '../../../vendor/lit-html.js';
import { signal } from '../../../vendor/signals-core.js';
import { kindName } from '../../i18n/kinds.js';
import { lang, t } from '../../i18n/lang.js';
import { capital, duration, near, percent, said } from '../../model/format.js';
import { shownPlan } from '../../state/plans.js';
import * as store from '../../state/store.js';
import { byCause } from '../../model/unplanned.js';
import { choose, chosen, rows } from './choice.js';

/** @typedef {import('../../model/gantt/rows.js').Bar} Bar */

const withDone = signal(false);

export function jobsTable() {
  const { machine } = chosen.value;
  const row = rows.value.rows.find((r) => r.machineId === machine);
  if (!row) return nothing;
  const bars = withDone.value ? row.bars : row.bars.filter((bar) => bar.op.status !== 'done');
  return html`<section class="panel jobs">
    <div class="panel-head">
      <h2>${t('jobs.of')}
        <select aria-label=${t('jobs.of')} @change=${(/** @type {Event} */ e) =>
          choose(null, { machine: /** @type {HTMLSelectElement} */ (e.target).value })}>
          ${rows.value.rows.map((r) => html`<option value=${r.machineId} .selected=${r.machineId === machine}>${r.machineId}</option>`)}
        </select>
      </h2>
      <label class="switch"><input type="checkbox" .checked=${withDone.value} @change=${() => (withDone.value = !withDone.value)} />${t('jobs.earlier')}</label>
    </div>
    ${bars.length === 0 ? html`<p class="muted">${t('jobs.none')}</p>` : table(bars)}
  </section>`;
}

/** @param {Bar[]} bars */
function table(bars) {
  const current = chosen.value.bar;
  /** @param {number} t */
  const at = (t) => near(t, store.now.value, store.zone.value, lang.value);
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${t('jobs.of')}><table class="cards">
    <thead><tr><th scope="col">${t('order')}</th><th scope="col">${t('operation')}</th><th scope="col">${t('makeready')}</th>
      <th scope="col">${t('jobs.start')}</th><th scope="col">${t('jobs.end')}</th><th scope="col">${t('jobs.state')}</th>
      <th scope="col">${t('jobs.late')}</th><th scope="col">${t('jobs.because')}</th></tr></thead>
    <tbody>${bars.map(
      (bar) => html`<tr class=${bar === current ? 'chosen' : ''}>
        <th scope="row"><button class="plain link" aria-label=${t('jobs.choose', { id: `${bar.op.orderId} ${bar.op.operationId}` })}
          @click=${() => choose(bar, {}, true)}>${bar.op.orderId}</button></th>
        <td data-label=${t('operation')}>${kindName(bar.op.kind)} <span class="muted">${bar.op.operationId}</span></td>
        <td data-label=${t('makeready')}>${bar.start > bar.setup ? duration((bar.start - bar.setup) / 60_000, lang.value) : '–'}</td>
        <td data-label=${t('jobs.start')}>${at(bar.start)}</td>
        <td data-label=${t('jobs.end')}>${at(bar.end)}</td>
        <td data-label=${t('jobs.state')}>${bar.op.status === 'running' ? percent(bar.op.progress, lang.value) : t(`op.${bar.op.status}`)}</td>
        <td data-label=${t('jobs.late')} class=${bar.op.lateMinutes > 0 ? 'late' : ''}>${bar.op.lateMinutes > 0 ? duration(bar.op.lateMinutes, lang.value) : '–'}</td>
        <td data-label=${t('jobs.because')} class="wide">${capital(said(bar.op.because, lang.value))}</td>
      </tr>`,
    )}</tbody></table></div>`;
}

export function unplannedList() {
  const plan = shownPlan.value.value;
  if (!plan) return nothing;
  const list = plan.unplanned;
  return html`<section class="panel unplanned">
    <h2>${list.length > 0 ? t('unplanned.title', { n: list.length }) : t('unplanned.none')}</h2>
    ${list.length === 0
      ? nothing
      : html`<ul>${byCause(list).map(
          (u) => html`<li><b>${u.orderId}</b> <span class="muted">${u.operationIds.join(', ')}</span><br />${capital(said(u, lang.value))}</li>`,
        )}</ul>`}
  </section>`;
}
