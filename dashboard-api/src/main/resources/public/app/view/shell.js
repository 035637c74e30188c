/** What surrounds every view: name, navigation, plant clock, lamp, alarms, language, theme, notices, login. */
import { html, nothing, render } from '../../vendor/lit-html.js';
import { effect, untracked } from '../../vendor/signals-core.js';
import { lang, t } from '../i18n/lang.js';
import { sentence } from '../i18n/errors.js';
import { clockTime, date, said } from '../model/format.js';
import { href } from '../model/route.js';
import * as store from '../state/store.js';
import { draw } from './draw.js';
import { lineIcon } from './icons.js';
import { styles } from './styles.js';

/** @typedef {import('../model/route.js').View} View */
/** @typedef {{mount: (root: HTMLElement) => () => void}} ViewModule */

/** Only the board comes with the first screen. @type {Record<View, () => Promise<ViewModule>>} */
const VIEWS = {
  board: () => import('./board.js'),
  machine: () => withStyles(import('./machine.js'), 'css/machine.css', 'vendor/uplot.css'),
  plan: () => withStyles(import('./plan.js'), 'css/plan.css', 'css/explanation.css'),
  orders: () => withStyles(import('./orders.js'), 'css/orders.css', 'css/explanation.css'),
  operator: () => withStyles(import('./operator.js'), 'css/operator.css'),
  alarms: () => withStyles(import('./alarms.js'), 'css/alarms.css'),
};

/** @param {Promise<ViewModule>} module @param {string[]} sheets */
async function withStyles(module, ...sheets) {
  await Promise.all(sheets.map(styles));
  return module;
}

const NAVIGATION = /** @type {const} */ (['board', 'plan', 'orders', 'operator']);

/** @param {HTMLElement} root */
export function mountShell(root) {
  render(skeleton(), root);
  const head = element('head');
  const main = element('view');
  const bar = element('demo');
  draw(header, head);
  draw(statusLine, element('status'));
  draw(notices, element('notices'));
  mountViews(main);
  mountWhen(() => store.demo.value.value !== null, bar, () => withStyles(import('./demo.js'), 'css/demo.css'));
  mountWhen(() => store.needLogin.value, element('login'), () => import('./login.js'));
}

/** @param {string} id */
function element(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the shell has no element #${id}`);
  return found;
}

const skeleton = () => html`
  <header id="head" class="head"></header>
  <aside id="demo" hidden></aside>
  <section id="status" role="status"></section>
  <main id="view" class="view" tabindex="-1"></main>
  <div id="notices" class="notices" role="alert"></div>
  <div id="login"></div>
`;

/** @param {HTMLElement} main */
function mountViews(main) {
  let dispose = () => {};
  /** @type {View|null} */
  let shown = null;
  effect(() => {
    const { view } = store.route.value;
    if (view === shown) return;
    const first = shown === null;
    shown = view;
    untracked(async () => {
      try {
        const module = await VIEWS[view]();
        if (shown !== view) return;
        dispose();
        render(nothing, main);
        main.dataset.view = view;
        dispose = module.mount(main);
        window.scrollTo(0, 0);
        if (!first) main.focus({ preventScroll: true });
      } catch (e) {
        store.notify('error', sentence(e));
      }
    });
  });
}

/**
 * @param {() => boolean} wanted
 * @param {HTMLElement} root
 * @param {() => Promise<ViewModule>} load
 */
function mountWhen(wanted, root, load) {
  let dispose = () => {};
  let shown = false;
  effect(() => {
    const show = wanted();
    if (show === shown) return;
    shown = show;
    untracked(async () => {
      if (!show) {
        dispose();
        render(nothing, root);
        return;
      }
      try {
        const module = await load();
        if (shown) dispose = module.mount(root);
      } catch (e) {
        store.notify('error', sentence(e));
      }
    });
  });
}

function header() {
  const { view } = store.route.value;
  const plant = store.plant.value.value;
  const name = plant ? said({ en: plant.name, vi: plant.nameVi }, lang.value) : t('app');
  document.title = `${t(view === 'machine' ? 'nav.board' : `nav.${view}`)} · ${name}`;
  const active = view === 'machine' ? 'board' : view;
  return html`
    <a class="skip" href="#view" @click=${skip}>${t('skip')}</a>
    <a class="brand" href=${href('board')} aria-label=${name}><img src="favicon.svg" alt="" width="28" height="28" /><span>${name}</span></a>
    <nav class="nav" aria-label=${t('navigation')}>
      ${NAVIGATION.map(
        (v) => html`<a href=${href(v)} aria-current=${active === v ? 'page' : 'false'}>
          ${lineIcon(v)}<span class="full">${t(`nav.${v}`)}</span><span class="short">${t(`short.${v}`)}</span>
        </a>`,
      )}
    </nav>
    <div class="head-right">${clock()} ${lampView()} ${alarmButton()} ${settings()}</div>
  `;
}

/** @param {Event} event */
function skip(event) {
  event.preventDefault();
  document.getElementById('view')?.focus();
}

function clock() {
  const now = store.now.value;
  if (!Number.isFinite(now)) return nothing;
  const speed = store.frame.value?.speed ?? 1;
  return html`<span class="clock" title=${t('plantClock')}>
    <b><span class="sr">${t('plantClock')}: </span>${clockTime(now, store.zone.value)}</b>
    <span class="day">${date(now, store.zone.value, lang.value)}${speed > 1 ? html` <em>×${speed}</em>` : nothing}</span>
  </span>`;
}

function lampView() {
  const lamp = store.lamp.value;
  return html`<span class="lamp lamp-${lamp}" title=${t(`lamp.${lamp}`)}><i></i><span>${t(`lamp.${lamp}`)}</span></span>`;
}

function alarmButton() {
  const open = store.frame.value?.alarms ?? 0;
  return html`<a class="tool alarm-link ${open > 0 ? 'has-alarms' : ''}" href=${href('alarms')}
    aria-label=${t('alarmsOpen', { n: open })} title=${t('alarmsOpen', { n: open })}>
    ${lineIcon('bell')}${open > 0 ? html`<b class="badge">${open}</b>` : nothing}
  </a>`;
}

function settings() {
  const dark = store.theme.value === 'dark';
  const user = store.session.value.value?.user;
  return html`
    <button class="tool" lang=${lang.value === 'vi' ? 'en' : 'vi'} title=${t('language')} aria-label=${t('language')}
      @click=${store.switchLang}><span class="full">${t('languageName')}</span><span class="short">${t('languageShort')}</span></button>
    <button class="tool" title=${t(dark ? 'toLight' : 'toDark')} aria-label=${t(dark ? 'toLight' : 'toDark')}
      @click=${store.switchTheme}>${lineIcon(dark ? 'sun' : 'moon')}</button>
    ${user
      ? html`<button class="tool user" title=${t('signOut')} @click=${leave}>${user}</button>`
      : nothing}
  `;
}

function leave() {
  store.signOut().catch((e) => store.notify('error', sentence(e)));
}

function statusLine() {
  const failed = store.plant.error.value;
  if (failed && !store.needLogin.value) {
    return html`<p class="banner bad">${sentence(failed)} <button @click=${() => void store.start()}>${t('retry')}</button></p>`;
  }
  if (store.lamp.value !== 'lost' || !store.frame.value) return nothing;
  return html`<p class="banner">${t('lostSince', { time: clockTime(store.now.value, store.zone.value) })}</p>`;
}

function notices() {
  return store.notices.value.map(
    (n) => html`<p class="notice ${n.kind}">
      <span>${n.text}</span>
      <button class="plain" aria-label=${t('close')} @click=${() => store.dismiss(n.id)}>${lineIcon('close')}</button>
    </p>`,
  );
}
