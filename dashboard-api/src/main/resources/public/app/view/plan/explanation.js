/** Why an order is where it is: the chain of an operation, where the time of the order goes, what it costs. */
import { html, nothing, svg } from '../../../vendor/lit-html.js';
import { sentence } from '../../i18n/errors.js';
import { lang, t, word } from '../../i18n/lang.js';
import { costs, slices } from '../../model/causes.js';
import { capital, duration, ms, near, number, said } from '../../model/format.js';
import * as store from '../../state/store.js';
import { applying, applyRemedy, explanation, findRemedies, remedies } from '../../state/explanations.js';
import { ApiError } from '../../api/client.js';

/** @typedef {import('../../api/types.js').Explanation} Explanation */
/** @typedef {import('../../api/types.js').Cause} Cause */

/**
 * The chain of one operation; the order's path and costs.
 *
 * @param {string} orderId
 * @param {string|null} operationId null for the order alone
 */
export function explanationPanel(orderId, operationId) {
  const error = explanation.error.value;
  const told = explanation.value.value;
  if (error && error.status !== 404) return html`<p class="banner bad">${sentence(error)}</p>`;
  if (!told || told.orderId !== orderId) return nothing;
  const story = told.operations.find((o) => o.operationId === operationId);
  return html`
    ${story && story.because ? chainOf(story) : nothing}
    ${told.path.length > 0 ? pathOf(told) : nothing}
    ${told.lateMinutes > 0 ? remediesOf(orderId) : nothing}
    ${costOf(told.lines)}
  `;
}

/** @param {import('../../api/types.js').Story} story */
function chainOf(story) {
  return html`<h3>${t('explain.title')}</h3>
    ${story.chain.length > 0
      ? causes(story.chain)
      : html`<p class="why">${capital(said(story.because, lang.value)) || t('explain.atOnce')}</p>`}`;
}

/** @param {Explanation} told */
function pathOf(told) {
  const parts = slices(told.minutesByCause);
  return html`<h3>${t('explain.path')}</h3>
    <svg class="cause-bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
      ${parts.map((p) => svg`<rect class="cause-${p.code}" x=${1000 * p.from} width=${1000 * p.share} height="10"></rect>`)}
    </svg>
    <ul class="cause-shares">
      ${parts.map(
        (p) => html`<li><span class="cause-dot cause-${p.code}" aria-hidden="true"></span>${word('cause.', p.code)}
          <b>${duration(p.minutes, lang.value)}</b></li>`,
      )}
    </ul>
    <details class="cause-path"><summary>${t('explain.pathOf', { d: duration(told.pathMinutes, lang.value) })}</summary>
      ${causes(told.path)}</details>`;
}

/** @param {Cause[]} chain */
function causes(chain) {
  return html`<ol class="causes">
    ${chain.map(
      (c) => html`<li>
        <span class="cause-dot cause-${c.code}" aria-hidden="true"></span>
        <span>${capital(said(c, lang.value))}</span>
        <span class="muted num">${duration(c.minutes, lang.value)}${c.closedMinutes > 0
          ? html`<br />${t('explain.closed', { d: duration(c.closedMinutes, lang.value) })}`
          : nothing}</span>
      </li>`,
    )}
  </ol>`;
}

/** @param {Record<string, number>} lines */
function costOf(lines) {
  const rows = costs(lines);
  if (rows.length === 0) return nothing;
  return html`<details class="cause-costs"><summary>${t('explain.costs')}:
      <b>${number(Math.round(rows.reduce((sum, [, vnd]) => sum + vnd, 0)), lang.value)} ${t('unit.totalVnd')}</b></summary>
    <dl class="facts">${rows.map(
      ([name, vnd]) => html`<dt>${word('line.', name)}</dt><dd>${number(Math.round(vnd), lang.value)}</dd>`,
    )}</dl></details>`;
}

/** @param {string} orderId */
function remediesOf(orderId) {
  const found = remedies.value?.order === orderId ? remedies.value : null;
  if (!found) return html`<button class="remedy-ask" @click=${() => void findRemedies(orderId)}>${t('remedy.ask')}</button>`;
  if (found.error) {
    return html`<p class="banner bad">${found.error instanceof ApiError ? sentence(found.error) : String(found.error)}
      <button @click=${() => void findRemedies(orderId)}>${t('retry')}</button></p>`;
  }
  if (!found.items) return html`<p class="muted" role="status">${t('remedy.searching')}</p>`;
  if (found.items.length === 0) return html`<p role="status">${t('remedy.none')}</p>`;
  return html`<h3>${t('remedy.ask')}</h3><ul class="remedies">${found.items.map((r) => remedy(orderId, r))}</ul>`;
}

/** Remedies that change nothing but the plan. */
const IN_THE_PLAN = ['again', 'first', 'machine'];

/**
 * @param {string} orderId
 * @param {import('../../api/types.js').Remedy} r
 */
function remedy(orderId, r) {
  /** @param {number} n */
  const signed = (n) => `${n > 0 ? '+' : n < 0 ? '−' : ''}${number(Math.abs(Math.round(n)), lang.value)}`;
  const others = r.otherLateMinutes;
  return html`<li>
    <p><b>${capital(said(r.what, lang.value))}</b></p>
    <p>${r.lateMinutes === 0
      ? html`<b class="good">${t('remedy.inTime')}</b>`
      : html`<b class="late">${t('lateBy', { d: duration(r.lateMinutes, lang.value) })}</b>`},
      ${t('remedy.sooner', { d: duration(r.gainedMinutes, lang.value) })}
      <span class="muted">(${near(ms(r.end), store.now.value, store.zone.value, lang.value)})</span></p>
    <details class="cause-costs"><summary>${t('remedy.cost')}: <b>${signed(r.changeVnd)} ${t('unit.totalVnd')}</b></summary>
      <dl class="facts">${costs(r.changeByLine).map(
        ([name, vnd]) => html`<dt>${word('line.', name)}</dt><dd>${signed(vnd)}</dd>`,
      )}
      <dt>${t('remedy.others')}</dt><dd>${others < 0 ? '−' : ''}${duration(Math.abs(others), lang.value)}</dd></dl></details>
    ${IN_THE_PLAN.includes(r.code) && store.may('planner')
      ? html`<button ?disabled=${applying.value} @click=${() => void applyRemedy(orderId, r.code)}>
          ${t(applying.value ? 'remedy.applying' : 'remedy.apply')}</button>`
      : html`<p class="muted">${t('remedy.first')}</p>`}
  </li>`;
}
