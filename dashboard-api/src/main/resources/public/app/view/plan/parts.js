/** What a line of a plan's cost is made of: its ten dearest parts, where somebody taps the line. */
import { html, nothing } from '../../../vendor/lit-html.js';
import { sentence } from '../../i18n/errors.js';
import { lang, t, word } from '../../i18n/lang.js';
import { capital, money, number, said } from '../../model/format.js';
import { lineOpen, openLine, parts } from '../../state/parts.js';
import { jobLink } from './choice.js';

/**
 * The name of a line, which opens its parts.
 *
 * @param {string} name
 * @param {number} version of the plan
 */
export function partsButton(name, version) {
  const open = lineOpen.value === name;
  return html`<button class="line-open" aria-expanded=${open ? 'true' : 'false'}
    @click=${() => openLine(open ? null : name, version)}>${word('line.', name)}</button>`;
}

/**
 * @param {string} name
 * @param {number} version
 */
export function partsOf(name, version) {
  if (lineOpen.value !== name) return nothing;
  return html`<tr class="line-parts"><td colspan="3">${told(name, version)}</td></tr>`;
}

/**
 * @param {string} name
 * @param {number} version
 */
function told(name, version) {
  const error = parts.error.value;
  if (error) return html`<p class="banner bad">${sentence(error)} <button @click=${() => void parts.refresh()}>${t('retry')}</button></p>`;
  const answer = parts.value.value;
  if (!answer || answer.version !== version) return html`<p class="muted" role="status">${t('parts.counting')}</p>`;
  const line = answer.told.lines.find((l) => l.line === name);
  if (!line || line.count === 0) return html`<p class="muted">${t('parts.none')}</p>`;
  const shown = line.justifications.length;
  return html`
    <p class="muted">${shown < line.count
      ? t('parts.dearest', { n: shown, of: number(line.count, lang.value) })
      : t('parts.all', { n: shown })}
      · ${t('parts.now', { vnd: money(line.vnd, lang.value) })}</p>
    <ol class="parts">
      ${line.justifications.map(
        (j) => html`<li>${jobLink(j.orderId, j.operationId)}
          <span>${capital(said(j.because, lang.value))}</span>
          <b class="num">${money(j.vnd, lang.value)}</b></li>`,
      )}
    </ol>`;
}
