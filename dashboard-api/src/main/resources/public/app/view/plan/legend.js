import { html } from '../../../vendor/lit-html.js';
import { t } from '../../i18n/lang.js';

const MARKS = /** @type {const} */ (['setup', 'run', 'progress', 'done', 'late', 'forecast', 'actual', 'closed', 'peak', 'now', 'due']);

export function legend() {
  return html`<ul class="legend" aria-label=${t('legend.title')}>
    ${MARKS.map((mark) => html`<li><i class="mark mark-${mark}"></i>${t(`legend.${mark}`)}</li>`)}
  </ul>`;
}
