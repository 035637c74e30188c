/** A line chart in the plant's zone and the page's language. The only place that knows uPlot. */
import uPlot from '../../../vendor/uplot.js';
import { clockTime, number, shortDay } from '../../model/format.js';

/** @typedef {import('../../model/format.js').Lang} Lang */
/**
 * @typedef {object} ChartSeries
 * @property {string} label
 * @property {string} colour a CSS variable
 * @property {(number|null)[]} values
 * @property {'left'|'right'} [side]
 * @property {boolean} [dashed]
 * @property {boolean} [filled]
 * @property {boolean} [stepped] whether a value holds until the next one
 * @property {number} [decimals]
 *
 * @typedef {object} ChartInput
 * @property {number[]} times seconds
 * @property {ChartSeries[]} series
 * @property {number} from ms
 * @property {number} to ms
 * @property {string} zone
 * @property {Lang} lang
 * @property {string} timeLabel
 * @property {number} [limit] a line to stay below
 */

const HEIGHT = 190;
const DAY_MS = 86_400_000;

/** @param {string} name */
const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/**
 * @param {HTMLElement} root emptied first
 * @param {ChartInput} input
 * @returns {() => void} removes it
 */
export function chart(root, input) {
  root.replaceChildren();
  const { zone, lang } = input;
  const grid = { stroke: css('--line-soft'), width: 1 };
  const axis = { stroke: css('--muted'), grid, ticks: grid, font: "12px 'Noto Sans', 'Segoe UI', Roboto, Arial, sans-serif" };
  const span = input.to - input.from;
  /** @param {number[]} splits */
  const times = (splits) =>
    splits.map((s) => (span > 2 * DAY_MS ? `${shortDay(s * 1000, zone, lang)} ${clockTime(s * 1000, zone)}` : clockTime(s * 1000, zone)));
  /** @param {number[]} splits */
  const values = (splits) => splits.map((v) => number(v, lang, 2));
  const right = input.series.some((s) => s.side === 'right');
  const plot = new uPlot(
    {
      width: Math.max(200, root.clientWidth),
      height: HEIGHT,
      tzDate: (ts) => uPlot.tzDate(new Date(ts * 1000), zone),
      scales: {
        x: { time: true, range: () => [input.from / 1000, input.to / 1000] },
        left: { range: (_u, _min, max) => [0, Math.max(max ?? 0, input.limit ?? 0, 1) * 1.08] },
        right: { range: (_u, _min, max) => [0, Math.max(max ?? 0, 1) * 1.08] },
      },
      axes: [
        { ...axis, values: (_u, splits) => times(splits), space: span > 2 * DAY_MS ? 120 : 60 },
        { ...axis, scale: 'left', size: 78, values: (_u, splits) => values(splits) },
        ...(right ? [{ ...axis, scale: 'right', side: /** @type {1} */ (1), size: 78, grid: { show: false }, values: (/** @type {uPlot} */ _u, /** @type {number[]} */ splits) => values(splits) }] : []),
      ],
      series: [
        { label: input.timeLabel, value: (_u, s) => (s === null ? '–' : `${clockTime(s * 1000, zone)} ${shortDay(s * 1000, zone, lang)}`) },
        ...input.series.map((s) => ({
          label: s.label,
          scale: s.side ?? 'left',
          stroke: css(s.colour),
          width: 1.6,
          dash: s.dashed ? [6, 4] : undefined,
          fill: s.filled ? `color-mix(in srgb, ${css(s.colour)} 14%, transparent)` : undefined,
          points: { show: false },
          spanGaps: true,
          paths: s.stepped ? uPlot.paths.stepped?.({ align: 1 }) : undefined,
          value: (/** @type {uPlot} */ _u, /** @type {number|null} */ v) => number(v, lang, s.decimals ?? 0),
        })),
      ],
      hooks: input.limit === undefined ? {} : { draw: [(u) => drawLimit(u, input.limit ?? 0)] },
    },
    [input.times, ...input.series.map((s) => s.values)],
    root,
  );
  const observer = new ResizeObserver(() => plot.setSize({ width: Math.max(200, root.clientWidth), height: HEIGHT }));
  observer.observe(root);
  return () => {
    observer.disconnect();
    plot.destroy();
  };
}

/** @param {uPlot} u @param {number} limit */
function drawLimit(u, limit) {
  const y = u.valToPos(limit, 'left', true);
  u.ctx.save();
  u.ctx.strokeStyle = css('--bad');
  u.ctx.lineWidth = 1.5;
  u.ctx.setLineDash([6, 4]);
  u.ctx.beginPath();
  u.ctx.moveTo(u.bbox.left, y);
  u.ctx.lineTo(u.bbox.left + u.bbox.width, y);
  u.ctx.stroke();
  u.ctx.restore();
}
