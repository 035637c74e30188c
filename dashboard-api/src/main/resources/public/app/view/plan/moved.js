/** How far a plan strays from the one in force, by how soon the work was to start. */
import { html, nothing } from '../../../vendor/lit-html.js';
import { lang, t } from '../../i18n/lang.js';
import { number } from '../../model/format.js';

const BANDS = /** @type {const} */ (['near', 'day', 'threeDays', 'later']);

/** @param {import('../../api/types.js').PlanChanges|null|undefined} moved */
export function movedStrip(moved) {
  if (!moved) return nothing;
  return html`<section class="moved" aria-label=${t('moved.title')}>
    <b>${t('moved.title')}</b>
    <dl>${BANDS.map((name) => band(name, moved[name]))}</dl>
  </section>`;
}

/**
 * @param {typeof BANDS[number]} name
 * @param {import('../../api/types.js').MovedBand} seen
 */
function band(name, seen) {
  const n = number(seen.moved, lang.value);
  return html`<div class=${name === 'near' && seen.moved > 0 ? 'near' : ''}>
    <dt>${t(`moved.${name}`)}</dt>
    <dd>${t('moved.of', { n, of: number(seen.operations, lang.value) })}
      ${seen.otherMachine ? html`<span class="muted">${t('moved.otherMachine', { n: number(seen.otherMachine, lang.value) })}</span>` : nothing}</dd>
  </div>`;
}
