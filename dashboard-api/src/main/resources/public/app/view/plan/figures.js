/** What the plan costs, beside due date first; less is better in all of it, and is said with a sign and a word. */
import { html, nothing } from '../../../vendor/lit-html.js';
import { lang, t, word } from '../../i18n/lang.js';
import { compare } from '../../model/figures.js';
import { money, number } from '../../model/format.js';
import { movedStrip } from './moved.js';
import { partsButton, partsOf } from './parts.js';

/** @typedef {import('../../api/types.js').Plan} Plan */
/** @typedef {import('../../api/types.js').Figures} Figures */
/** @typedef {import('../../model/figures.js').FigureSeen} FigureSeen */

/** @param {Plan|null} plan */
export function figuresStrip(plan) {
  if (!plan) return nothing;
  return html`
    <dl class="figures" aria-label=${t('plan.against')}>
      ${compare(plan.figures, plan.baseline).map(
        (f) => html`<div class="figure">
          <dt>${t(`figure.${/** @type {'kwh'} */ (f.name)}`)}</dt>
          <dd><b>${value(f)}</b> <span class="muted">${t(`unit.${/** @type {'kwh'} */ (f.name)}`)}</span></dd>
          <dd class="change ${f.verdict}">${change(f)}</dd>
        </div>`,
      )}
    </dl>
    ${movedStrip(plan.moved)}
    ${costLines(plan.figures, plan.baseline, t('plan.lines'), plan.version)}
  `;
}

/** @param {FigureSeen} f */
function value(f) {
  if (f.name === 'totalVnd') return money(f.value, lang.value);
  return number(f.value, lang.value, f.name === 'setupHours' ? 1 : 0);
}

/** @param {FigureSeen} f */
function change(f) {
  if (f.change === null) return nothing;
  if (f.verdict === 'same') return t('change.same');
  const share = f.name !== 'lateOrders' && Math.abs(f.change) <= 100;
  const size = Math.abs(f.change);
  const text = share ? `${number(size * 100, lang.value, size < 0.1 ? 1 : 0)}%` : number(size, lang.value, 1);
  return `${f.verdict === 'better' ? '▼ −' : '▲ +'}${text} ${t(f.verdict === 'better' ? 'change.better' : 'change.worse')}`;
}

/**
 * Every line of cost, beside due date first when that is known.
 *
 * @param {Figures} figures
 * @param {Figures|null} baseline
 * @param {string} title
 * @param {number|null} [version] of the plan whose lines open; none does when there is none yet
 */
export function costLines(figures, baseline, title, version = null) {
  const names = Object.keys(figures.lines ?? {});
  if (names.length === 0) return nothing;
  return html`<details class="cost-lines">
    <summary>${title} · ${t('plan.against')}</summary>
    <table>
      <thead><tr><th scope="col">${t('plan.line')}</th><th scope="col" class="num">${t('plan.lineHere')}</th>
        <th scope="col" class="num">${t('plan.lineBase')}</th></tr></thead>
      <tbody>
        ${names.map(
          (name) => html`<tr><th scope="row">${version !== null && figures.lines[name] ? partsButton(name, version) : word('line.', name)}</th>
            <td class="num">${money(figures.lines[name], lang.value)}</td>
            <td class="num">${money(baseline?.lines?.[name], lang.value)}</td></tr>
            ${version === null ? nothing : partsOf(name, version)}`,
        )}
        <tr class="sum"><th scope="row">${t('line.total')}</th><td class="num">${money(figures.totalVnd, lang.value)}</td>
          <td class="num">${money(baseline?.totalVnd, lang.value)}</td></tr>
      </tbody>
    </table>
  </details>`;
}
