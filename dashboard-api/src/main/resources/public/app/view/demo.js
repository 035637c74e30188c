/** The demonstration's own bar: how fast time runs, and what goes wrong. It exists only where /api/demo does. */
import { html, nothing } from '../../vendor/lit-html.js';
import { effect, signal } from '../../vendor/signals-core.js';
import { post } from '../api/client.js';
import { sentence } from '../i18n/errors.js';
import { lang, t } from '../i18n/lang.js';
import { number } from '../model/format.js';
import { byHall } from '../model/machines.js';
import * as store from '../state/store.js';
import { confirmDialog } from './confirm.js';
import { draw } from './draw.js';

const SPEEDS = [1, 10, 60, 300, 600];
const BREAK_MINUTES = [30, 60, 120, 240];
const DELAY_HOURS = [4, 8, 24, 48];
const busy = signal(false);
const asking = signal(false);

/** @param {HTMLElement} root */
export function mount(root) {
  root.hidden = false;
  const stops = [draw(bar, root), effect(() => root.setAttribute('aria-label', t('demo')))];
  return () => {
    stops.forEach((stop) => stop());
    root.hidden = true;
  };
}

/** @param {string} call @param {object} body @param {string} [done] */
async function act(call, body, done) {
  busy.value = true;
  try {
    await post(`/api/demo/${call}`, body);
    await store.demo.refresh();
    if (done) store.notify('done', done);
  } catch (e) {
    store.notify('error', sentence(e));
  } finally {
    busy.value = false;
  }
}

function bar() {
  const demo = store.demo.value.value;
  if (!demo) return nothing;
  const speed = store.frame.value?.speed ?? demo.speed;
  const off = busy.value || !store.may('planner');
  return html`
    <details class="demo" ?open=${window.innerWidth > 1000}>
      <summary><b>${t('demo')}</b></summary>
      <div class="demo-tools">
        <div class="speeds" role="group" aria-label=${t('demo.speed')}>
          ${SPEEDS.map(
            (n) => html`<button aria-pressed=${speed === n} ?disabled=${off} @click=${() => act('speed', { speed: n })}>×${number(n, lang.value)}</button>`,
          )}
        </div>
        ${breakForm(off)} ${paperForm(off, demo.materials)}
        <label class="switch"><input type="checkbox" role="switch" .checked=${demo.autoRelease} ?disabled=${off}
          @change=${(/** @type {Event} */ e) => act('auto-release', { on: /** @type {HTMLInputElement} */ (e.target).checked })} />
          <span>${t('demo.auto')}</span></label>
        <button class="danger" ?disabled=${off} @click=${() => (asking.value = true)}>${t('demo.reset')}</button>
      </div>
    </details>
    ${asking.value ? resetDialog() : nothing}
  `;
}

/** @param {boolean} off */
function breakForm(off) {
  const { presses, finishing } = byHall(store.plant.value.value?.machines ?? []);
  return html`<form @submit=${breakMachine}>
    <select name="machineId" aria-label=${t('demo.break')}>${[...presses, ...finishing].map((m) => html`<option>${m.id}</option>`)}</select>
    <select name="minutes" aria-label=${t('demo.break')}>${BREAK_MINUTES.map(
      (n) => html`<option value=${n} .selected=${n === 60}>${t('demo.minutes', { n })}</option>`,
    )}</select>
    <button ?disabled=${off}>${t('demo.breakGo')}</button>
  </form>`;
}

/** @param {boolean} off @param {{id: string, name: string}[]} materials */
function paperForm(off, materials) {
  if (materials.length === 0) return nothing;
  return html`<form @submit=${delayPaper}>
    <select class="paper" name="materialId" aria-label=${t('demo.paper')}>${materials.map((m) => html`<option value=${m.id}>${m.name}</option>`)}</select>
    <select name="hours" aria-label=${t('demo.paper')}>${DELAY_HOURS.map(
      (n) => html`<option value=${n} .selected=${n === 8}>${t('demo.hours', { n })}</option>`,
    )}</select>
    <button ?disabled=${off}>${t('demo.paperGo')}</button>
  </form>`;
}

/** @param {SubmitEvent} event */
function breakMachine(event) {
  event.preventDefault();
  const data = new FormData(/** @type {HTMLFormElement} */ (event.target));
  const machineId = String(data.get('machineId'));
  const minutes = Number(data.get('minutes'));
  void act('break', { machineId, minutes }, t('demo.done.break', { id: machineId, n: minutes }));
}

/** @param {SubmitEvent} event */
function delayPaper(event) {
  event.preventDefault();
  const data = new FormData(/** @type {HTMLFormElement} */ (event.target));
  const materialId = String(data.get('materialId'));
  const hours = Number(data.get('hours'));
  const name = store.demo.value.value?.materials.find((m) => m.id === materialId)?.name ?? materialId;
  void act('delay-paper', { materialId, hours }, t('demo.done.paper', { name, n: hours }));
}

function resetDialog() {
  return confirmDialog({
    title: t('demo.resetAsk'),
    text: t('demo.resetWhat'),
    yes: t('demo.reset'),
    danger: true,
    onYes: () => {
      asking.value = false;
      void act('reset', {}, t('demo.done.reset')).then(() => store.start());
    },
    onNo: () => (asking.value = false),
  });
}
