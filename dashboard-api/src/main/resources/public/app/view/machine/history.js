/** The charts and the strip of states of one machine over a range, fetched again as time goes on. */
import { html, nothing, render, svg } from '../../../vendor/lit-html.js';
import { effect, signal, untracked } from '../../../vendor/signals-core.js';
import { get, withQuery } from '../../api/client.js';
import { sentence } from '../../i18n/errors.js';
import { lang, t } from '../../i18n/lang.js';
import { dateTime, duration, number } from '../../model/format.js';
import { fromFirst, join, minutesByState, summary } from '../../model/history.js';
import { resource } from '../../state/resource.js';
import * as store from '../../state/store.js';
import { stateName } from '../words.js';
import { chart } from './chart.js';

/** @typedef {import('../../api/types.js').History} History */
/** @typedef {import('../../api/types.js').StateSpan} StateSpan */
/** @typedef {import('./chart.js').ChartSeries} ChartSeries */
/** @typedef {{from: number, to: number, heard: boolean, metrics: Map<string, History>, states: StateSpan[]}} Loaded */

export const RANGES = /** @type {const} */ ([2, 8, 24, 72]);
const HOUR_MS = 3_600_000;
const POINTS = 360;
const INK_COLOURS = ['--ink-c', '--ink-m', '--ink-y', '--ink-k', '--ink-s1', '--ink-s2'];
/** Above this, eyes see a difference: the usual tolerance of a commercial job. */
const DELTA_E_LIMIT = 3;

/**
 * @param {string} id
 * @param {number} hours
 * @param {string[]} inks
 */
async function load(id, hours, inks) {
  const to = store.now.peek();
  const from = to - hours * HOUR_MS;
  const base = `/api/machines/${encodeURIComponent(id)}`;
  const range = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
  const wanted = ['speed.actual', 'speed.set', 'count.good', 'count.waste', 'power', 'energy', ...inks.map((ink) => `deltaE.${ink}`)];
  const [states, ...histories] = await Promise.all([
    get(withQuery(`${base}/states`, range)),
    ...wanted.map((metric) => get(withQuery(`${base}/history`, { metric, ...range, points: POINTS }))),
  ]);
  const live = store.machineById.peek().get(id);
  const heard = live !== undefined && live.state !== 'OFFLINE' && !live.stale;
  return { from, to, heard, states: states.items, metrics: new Map(wanted.map((metric, i) => [metric, histories[i]])) };
}

/**
 * @param {HTMLElement} root
 * @param {{id: () => string|null, hours: () => number, inks: () => string[]}} what
 * @returns {() => void}
 */
export function mountHistory(root, what) {
  const ready = signal(false);
  const data = resource(/** @returns {Promise<Loaded|null>} */ async () => {
    const id = what.id();
    return id && Number.isFinite(store.now.peek()) ? load(id, what.hours(), what.inks()) : null;
  });
  /** @type {(() => void)[]} */
  let charts = [];
  /** A range of two hours moves on sooner than one of three days. Wall time. */
  const timer = window.setInterval(() => {
    if (!document.hidden) void data.refresh();
  }, 10_000);
  const stops = [
    effect(() => {
      ready.value = Number.isFinite(store.now.value);
    }),
    effect(() => {
      void what.id();
      void what.hours();
      void what.inks().join();
      if (ready.value) untracked(() => void data.refresh());
    }),
    effect(() => {
      const loaded = data.value.value;
      const error = data.error.value;
      void lang.value;
      void store.theme.value;
      charts.forEach((stop) => stop());
      charts = [];
      render(frame(loaded, error), root);
      if (loaded) untracked(() => (charts = drawAll(root, loaded, what.inks())));
    }),
  ];
  return () => {
    window.clearInterval(timer);
    charts.forEach((stop) => stop());
    stops.forEach((stop) => stop());
  };
}

const CHARTS = /** @type {const} */ (['speed', 'counts', 'deltaE', 'power']);

/** @param {Loaded|null} loaded @param {import('../../api/client.js').ApiError|null} error */
function frame(loaded, error) {
  if (error && !loaded) return html`<p class="banner bad">${sentence(error)}</p>`;
  if (!loaded) return html`<p class="empty">${t('loading')}</p>`;
  return html`
    ${error ? html`<p class="banner bad">${sentence(error)}</p>` : nothing}
    ${strip(loaded)}
    <div class="charts">${CHARTS.map(
      (name) => html`<figure class="panel chart" data-chart=${name}><figcaption>${t(`chart.${name}`)}</figcaption><div class="plot"></div>
        <p class="sr chart-text"></p></figure>`,
    )}</div>
  `;
}

/** @param {Loaded} loaded */
function strip({ from, to, states }) {
  const minutes = minutesByState(states);
  const total = [...minutes.values()].reduce((a, b) => a + b, 0);
  /** @param {number} at */
  const time = (at) => dateTime(at, store.zone.value, lang.value);
  const shares = [...minutes].map(
    ([state, m]) => `${stateName(/** @type {'IDLE'} */ (state))} ${number((m / Math.max(1, total)) * 100, lang.value)}%`,
  );
  const width = 1000;
  return html`<figure class="panel strip">
    <figcaption>${t('machine.states')}</figcaption>
    <svg viewBox="0 0 ${width} 26" preserveAspectRatio="none" role="img"
      aria-label=${t('chart.stripDescribe', { from: time(from), to: time(to), shares: shares.join(', ') })}>
      ${states.map((s) => span(s, from, to, width))}
    </svg>
    <p class="strip-ends"><span>${time(from)}</span><span>${time(to)}</span></p>
    <ul class="strip-legend">${[...minutes].map(
      ([state, m]) => html`<li><i class="swatch state-${state}"></i>${stateName(/** @type {'IDLE'} */ (state))} <b>${duration(m, lang.value)}</b>
        <span class="muted">${number((m / Math.max(1, total)) * 100, lang.value)}%</span></li>`,
    )}</ul>
  </figure>`;
}

/** @param {StateSpan} s @param {number} from @param {number} to @param {number} width */
function span(s, from, to, width) {
  const x = ((Date.parse(s.from) - from) / (to - from)) * width;
  const end = ((Date.parse(s.to) - from) / (to - from)) * width;
  return rect(Math.max(0, x), Math.max(0.8, Math.min(width, end) - Math.max(0, x)), s.state);
}

/** @param {number} x @param {number} width @param {string} state */
const rect = (x, width, state) => svg`<rect class="state-${state}" x=${x.toFixed(2)} y="0" width=${width.toFixed(2)} height="26" />`;

/** @param {HTMLElement} root @param {Loaded} loaded @param {string[]} inks */
function drawAll(root, loaded, inks) {
  /** @param {string} metric */
  const points = (metric) => loaded.metrics.get(metric)?.items ?? [];
  return [
    ...drawOne(root, 'speed', loaded, [
      { label: t('series.actual'), colour: '--running', points: points('speed.actual'), filled: true, stepped: true },
      { label: t('series.set'), colour: '--muted', points: points('speed.set'), dashed: true, stepped: true },
    ]),
    ...drawOne(root, 'counts', loaded, [
      { label: t('series.good'), colour: '--good', points: fromFirst(points('count.good')) },
      { label: t('series.waste'), colour: '--bad', points: fromFirst(points('count.waste')), side: 'right' },
    ]),
    ...drawOne(
      root,
      'deltaE',
      loaded,
      inks.map((ink, i) => ({ label: ink, colour: INK_COLOURS[i % INK_COLOURS.length] ?? '--text', points: points(`deltaE.${ink}`), decimals: 2 })),
      DELTA_E_LIMIT,
    ),
    ...drawOne(root, 'power', loaded, [
      { label: t('series.power'), colour: '--setup', points: points('power'), filled: true, stepped: true, decimals: 1 },
      { label: t('series.energy'), colour: '--cleanup', points: fromFirst(points('energy')), side: 'right', decimals: 1 },
    ]),
  ];
}

/**
 * @param {HTMLElement} root
 * @param {typeof CHARTS[number]} name
 * @param {Loaded} loaded
 * @param {(Omit<ChartSeries, 'values'> & {points: History['items']})[]} series
 * @param {number} [limit]
 */
function drawOne(root, name, loaded, series, limit) {
  const figure = root.querySelector(`[data-chart="${name}"]`);
  const place = /** @type {HTMLElement|null} */ (figure?.querySelector('.plot'));
  const said = figure?.querySelector('.chart-text');
  if (!figure || !place || !said) return [];
  // a machine without inks has no such chart
  /** @type {HTMLElement} */ (figure).hidden = series.length === 0;
  if (series.length === 0) return [];
  const { times, columns } = join(
    series.map((s) => s.points),
    loaded.heard ? loaded.to / 1000 : null,
  );
  const first = summary(columns[0] ?? []);
  if (!first) {
    render(html`<p class="muted">${t('chart.none')}</p>`, place);
    return [];
  }
  said.textContent = t('chart.describe', {
    title: `${t(`chart.${name}`)} (${series[0]?.label ?? ''})`,
    from: dateTime(loaded.from, store.zone.value, lang.value),
    to: dateTime(loaded.to, store.zone.value, lang.value),
    last: number(first.last, lang.value, 2),
    min: number(first.min, lang.value, 2),
    max: number(first.max, lang.value, 2),
  });
  return [
    chart(place, {
      times,
      series: series.map(({ points: _points, ...s }, i) => ({ ...s, values: columns[i] ?? [] })),
      from: loaded.from,
      to: loaded.to,
      zone: store.zone.value,
      lang: lang.value,
      timeLabel: t('chart.time'),
      limit,
    }),
  ];
}
