/** Small jobs that may share a form: proposals, asked for by hand. */
import { html, nothing } from '../../../vendor/lit-html.js';
import { sentence } from '../../i18n/errors.js';
import { lang, t, word } from '../../i18n/lang.js';
import { date, money, ms, number } from '../../model/format.js';
import { findGangs, gangs, gangsAsked } from '../../state/gangs.js';
import * as store from '../../state/store.js';
import { jobLink } from './choice.js';

/** @typedef {import('../../api/types.js').GangProposal} GangProposal */

export function gangList() {
  if (!store.may('planner')) return nothing;
  return html`<section class="gangs">
    <h2>${t('gang.title')}</h2>
    <p class="muted">${t('gang.what')}</p>
    ${told()}
  </section>`;
}

function told() {
  const error = gangs.error.value;
  if (!gangsAsked.value) return html`<button @click=${() => void findGangs()}>${t('gang.ask')}</button>`;
  if (error) return html`<p class="banner bad">${sentence(error)} <button @click=${() => void findGangs()}>${t('retry')}</button></p>`;
  const found = gangs.value.value;
  if (!found) return html`<p class="muted" role="status">${t('gang.searching')}</p>`;
  if (found.length === 0) return html`<p role="status">${t('gang.none')}</p>`;
  return html`<ol class="gang-list">${found.map(proposal)}</ol>`;
}

/** @param {GangProposal} p */
function proposal(p) {
  return html`<li class="panel">
    <p><b>${t('gang.saves', { vnd: money(p.savingVnd, lang.value) })}</b>
      <span class="muted">${t('gang.form', { n: p.jobs.length, machine: p.machineId, due: date(ms(p.due), store.zone.value, lang.value) })}</span></p>
    <p>${t('gang.counts', {
      sheets: number(p.sheets, lang.value),
      apart: number(p.sheetsApart, lang.value),
      plates: p.plates,
      platesApart: p.platesApart,
    })}</p>
    <dl class="facts">${Object.entries(p.savingByLine).map(
      ([name, vnd]) => html`<dt>${word('gang.line.', name)}</dt><dd>${money(vnd, lang.value)}</dd>`,
    )}</dl>
    <ul class="gang-jobs">${p.jobs.map(
      (j) => html`<li>${jobLink(j.orderId, j.operationId)}
        <span>${t('gang.job', {
          ups: j.ups,
          pieces: number(j.pieces, lang.value),
          over: number(j.surplus, lang.value),
        })}</span>
        <b class="num">${t('gang.pays', { vnd: money(j.costVnd, lang.value), apart: money(j.costApartVnd, lang.value) })}</b></li>`,
    )}</ul>
  </li>`;
}
