/** The alarms: what nobody has taken up first, the gravest and newest on top; each is acknowledged by name. */
import { html, nothing } from '../../vendor/lit-html.js';
import { signal } from '../../vendor/signals-core.js';
import { get, post } from '../api/client.js';
import { sentence } from '../i18n/errors.js';
import { lang, t, word } from '../i18n/lang.js';
import { ms, near, said } from '../model/format.js';
import { gravity } from '../model/alarms.js';
import { href } from '../model/route.js';
import { poll, resource } from '../state/resource.js';
import * as store from '../state/store.js';
import { draw } from './draw.js';

/** @typedef {import('../api/types.js').Alarm} Alarm */

const ALARMS_EVERY_MS = 5000;
const busy = signal('');
/** Those that have gone too. */
const history = resource(/** @returns {Promise<Alarm[]>} */ async () => (await get('/api/alarms?all=true')).items);

/** @param {HTMLElement} root */
export function mount(root) {
  const stops = [draw(page, root), poll(history, ALARMS_EVERY_MS)];
  return () => stops.forEach((stop) => stop());
}

function page() {
  const list = history.value.value ?? [];
  const error = history.error.value;
  const open = list.filter((a) => !a.clearedAt && !a.acknowledgedBy);
  const known = list.filter((a) => !a.clearedAt && a.acknowledgedBy);
  const past = list.filter((a) => a.clearedAt);
  return html`
    <h1>${t('nav.alarms')}</h1>
    ${error ? html`<p class="banner bad">${sentence(error)}</p>` : nothing}
    ${list.length === 0 && !error ? html`<p class="empty">${t('alarms.none')}</p>` : nothing}
    ${alarmList(t('alarms.open'), open)} ${alarmList(t('alarms.known'), known)}
    ${alarmList(t('alarms.past'), past)}
  `;
}

/** @param {string} title @param {Alarm[]} list */
function alarmList(title, list) {
  if (list.length === 0) return nothing;
  const sorted = [...list].sort((a, b) => gravity(b) - gravity(a) || ms(b.at) - ms(a.at));
  return html`<section class="alarm-section"><h2>${title} (${list.length})</h2><ul class="alarms">${sorted.map(alarmItem)}</ul></section>`;
}

/** One alarm; the operator's view shows it too. @param {Alarm} alarm */
export function alarmItem(alarm) {
  const open = !alarm.acknowledgedBy && !alarm.clearedAt;
  return html`<li class="alarm gravity-${gravity(alarm)} ${open ? 'open' : ''}">
    <span class="alarm-severity">${word('severity.', alarm.severity.toLowerCase())}</span>
    <span class="alarm-text">
      <b>${said(alarm, lang.value) || alarm.code}</b>
      <span class="muted">${near(ms(alarm.at), store.now.value, store.zone.value, lang.value)} ·
        ${alarm.machineId
          ? html`<a href=${href('machine', alarm.machineId)}>${alarm.machineId}</a>`
          : alarm.orderId
            ? html`<a href=${href('plan', null, { order: alarm.orderId })}>${alarm.orderId}</a>`
            : t('alarms.plant')}
        ${!alarm.acknowledgedBy ? nothing : html`· ${t('alarms.by', { who: alarm.acknowledgedBy ?? '' })}`}</span>
    </span>
    ${open
      ? html`<button ?disabled=${busy.value === alarm.id || !(store.may('operator') || store.may('planner'))} @click=${() => acknowledge(alarm)}>${t('ack')}</button>`
      : nothing}
  </li>`;
}

/** @param {Alarm} alarm */
async function acknowledge(alarm) {
  busy.value = alarm.id;
  try {
    await post(`/api/alarms/${encodeURIComponent(alarm.id)}/acknowledge`);
    await Promise.all([store.alarms.refresh(), history.refresh()]);
  } catch (e) {
    store.notify('error', sentence(e));
  } finally {
    busy.value = '';
  }
}
