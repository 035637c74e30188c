/** What every view reads: the plant, the live frame, orders, plan, alarms, session, and the settings of this screen. */
import { computed, effect, signal, untracked } from '../../vendor/signals-core.js';
import { ApiError, get, post, whenUnauthorised, withQuery } from '../api/client.js';
import { listen } from '../api/live.js';
import { ms } from '../model/format.js';
import { parseRoute } from '../model/route.js';
import { lang } from '../i18n/lang.js';
import { resource } from './resource.js';

/** @typedef {import('../api/types.js').Plant} Plant */
/** @typedef {import('../api/types.js').LiveFrame} LiveFrame */
/** @typedef {import('../api/types.js').Session} Session */
/** @typedef {import('../api/types.js').Order} Order */
/** @typedef {import('../api/types.js').Plan} Plan */
/** @typedef {import('../api/types.js').Alarm} Alarm */
/** @typedef {import('../api/types.js').Demo} Demo */

export const route = signal(parseRoute(location.hash));
window.addEventListener('hashchange', () => (route.value = parseRoute(location.hash)));

export const theme = signal(/** @type {'light'|'dark'} */ (document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light'));
effect(() => {
  document.documentElement.dataset.theme = theme.value;
  document.documentElement.lang = lang.value;
});

/** @param {string} key @param {string} value */
function remember(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // storage may be barred: the choice then holds for this visit
  }
}

export function switchTheme() {
  theme.value = theme.value === 'dark' ? 'light' : 'dark';
  remember('nhain.theme', theme.value);
}

export function switchLang() {
  lang.value = lang.value === 'vi' ? 'en' : 'vi';
  remember('nhain.lang', lang.value);
}

export const session = resource(/** @returns {Promise<Session>} */ () => get('/api/session'));
export const needLogin = signal(false);
whenUnauthorised(() => (needLogin.value = true));

export const plant = resource(/** @returns {Promise<Plant>} */ () => get('/api/plant'));
export const orders = resource(/** @returns {Promise<Order[]>} */ async () => (await get('/api/orders')).items);
export const alarms = resource(/** @returns {Promise<Alarm[]>} */ async () => (await get('/api/alarms')).items);
export const plan = resource(/** @returns {Promise<Plan|null>} */ () => orNull(get('/api/plan')));
export const demo = resource(/** @returns {Promise<Demo|null>} */ () => orNull(get('/api/demo')));

/** @param {Promise<any>} answer null where the server has none */
async function orNull(answer) {
  try {
    return await answer;
  } catch (e) {
    if (e instanceof ApiError && e.status === 404) return null;
    throw e;
  }
}

/** @param {number} version */
export const planVersion = (version) => get(withQuery('/api/plan', { version }));

export const frame = signal(/** @type {LiveFrame|null} */ (null));
export const lamp = signal(/** @type {'connecting'|'live'|'lost'} */ ('connecting'));
export const now = computed(() => (frame.value ? ms(frame.value.now) : NaN));
export const zone = computed(() => plant.value.value?.zone ?? 'Asia/Ho_Chi_Minh');
export const orderById = computed(() => new Map((orders.value.value ?? []).map((o) => [o.id, o])));
export const machineById = computed(() => new Map((frame.value?.machines ?? []).map((m) => [m.id, m])));

/** @param {string} role */
export function may(role) {
  const roles = session.value.value?.roles ?? [];
  return roles.some((r) => r.toLowerCase() === role);
}

/** @typedef {{id: number, kind: 'error'|'done', text: string}} Notice */
export const notices = signal(/** @type {Notice[]} */ ([]));
let noticeId = 0;
const DONE_NOTICE_MS = 6000;

/** @param {'error'|'done'} kind @param {string} text */
export function notify(kind, text) {
  const id = ++noticeId;
  notices.value = [...notices.value.filter((n) => n.text !== text).slice(-3), { id, kind, text }];
  // what went wrong stays until it was read
  if (kind === 'done') window.setTimeout(() => dismiss(id), DONE_NOTICE_MS);
}

/** @param {number} id */
export function dismiss(id) {
  notices.value = notices.value.filter((n) => n.id !== id);
}

/** @type {() => void} */
let stopListening = () => {};

/** Asks for everything that the shell needs and begins to listen. Again after a login. */
export async function start() {
  stopListening();
  await session.refresh();
  const s = session.value.value;
  if (s && !s.user && !s.readOpen) {
    needLogin.value = true;
    return;
  }
  await Promise.all([plant.refresh(), alarms.refresh(), demo.refresh()]);
  stopListening = listen(
    (f) => (frame.value = f),
    (l) => (lamp.value = l),
  );
}

export async function signOut() {
  const { del } = await import('../api/client.js');
  await del('/api/session');
  location.reload();
}

/** @param {{user: string, password: string}|{pin: string}} who throws ApiError when refused */
export async function signIn(who) {
  session.value.value = await post('/api/session', who);
  needLogin.value = false;
  await start();
}

// what changes seldom is fetched when the frame says that it changed
const versionSeen = computed(() => frame.value?.planVersion ?? null);
const alarmsSeen = computed(() => frame.value?.alarms ?? null);
effect(() => {
  if (versionSeen.value === null) return;
  untracked(() => {
    if (plan.value.value) void plan.refresh();
    if (orders.value.value) void orders.refresh();
  });
});
effect(() => {
  if (alarmsSeen.value !== null) void untracked(() => alarms.refresh());
});
