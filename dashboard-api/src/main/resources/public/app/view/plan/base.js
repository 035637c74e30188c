/** Paints the still part of the planning board: axis, closed hours, peak hours, bars. Only what is in view is visited. */
import { firstAfter, instantOfShare, openParts } from '../../model/gantt/rows.js';
import { ticksOf } from '../../model/gantt/ticks.js';
import { xOf } from '../../model/gantt/viewport.js';
import { AXIS, BAR, FONT, INSET, ROW } from './geometry.js';

/** @typedef {import('../../model/gantt/rows.js').Bar} Bar */
/** @typedef {import('../../model/gantt/rows.js').Row} Row */
/** @typedef {import('../../model/gantt/rows.js').Interval} Interval */
/** @typedef {import('./palette.js').Palette} Palette */

/**
 * @typedef {object} Scene
 * @property {import('../../model/gantt/rows.js').Rows} rows
 * @property {import('../../model/gantt/viewport.js').Viewport} viewport
 * @property {number} height
 * @property {number} scrollTop
 * @property {Palette} palette
 * @property {CanvasPattern|string} hatch
 * @property {Interval[]} peaks
 * @property {string} zone
 * @property {import('../../model/format.js').Lang} lang
 * @property {string|null} order the chosen one
 * @property {string|null} key of the chosen bar
 * @property {Map<string, number>} shares live progress by bar
 * @property {Map<string, number>} ends live forecast of the end by bar, ms
 * @property {number} now
 */

const LABEL_WIDE_PX = 118;
const LABEL_PX = 82;
const LABEL_SHORT_PX = 30;
const PX_PER_TICK = 62;
const PX_PER_DAY_TICK = 84;

/** @param {Scene} s @param {number} row */
export const rowTop = (s, row) => AXIS + row * ROW - s.scrollTop;

/** @param {CanvasRenderingContext2D} c @param {Scene} s */
export function paintBase(c, s) {
  const { palette: p, viewport: v } = s;
  const first = Math.max(0, Math.floor(s.scrollTop / ROW));
  const last = Math.min(s.rows.rows.length - 1, Math.ceil((s.scrollTop + s.height - AXIS) / ROW));
  c.fillStyle = p.paper;
  c.fillRect(0, 0, v.width, s.height);
  for (let i = first; i <= last; i++) paintClosed(c, s, i);
  paintPeaks(c, s);
  const ticks = ticksFor(s);
  for (const tick of ticks) {
    c.fillStyle = tick.day ? p.day : p.grid;
    c.fillRect(Math.round(xOf(v, tick.t)), AXIS, 1, s.height);
  }
  for (let i = first; i <= last; i++) {
    c.fillStyle = p.row;
    c.fillRect(0, rowTop(s, i) + ROW - 1, v.width, 1);
    paintRow(c, s, i);
  }
  paintAxis(c, s, ticks);
}

/** @param {Scene} s */
function ticksFor(s) {
  const perTick = s.viewport.span > 5 * 86_400_000 ? PX_PER_DAY_TICK : PX_PER_TICK;
  const { from, span, width } = s.viewport;
  return ticksOf(from - span * 0.05, from + span, Math.max(2, width / perTick), s.zone, s.lang);
}

/** @param {CanvasRenderingContext2D} c @param {Scene} s @param {number} row */
function paintClosed(c, s, row) {
  const closed = s.rows.rows[row]?.closed ?? [];
  const { from, span } = s.viewport;
  c.fillStyle = s.palette.closed;
  for (let i = firstAfter(closed, from, (x) => x.to); i < closed.length; i++) {
    const shut = closed[i];
    if (!shut || shut.from > from + span) break;
    const x = xOf(s.viewport, shut.from);
    c.fillRect(x, rowTop(s, row), Math.max(0.5, xOf(s.viewport, shut.to) - x), ROW);
  }
}

/** @param {CanvasRenderingContext2D} c @param {Scene} s */
function paintPeaks(c, s) {
  c.fillStyle = s.palette.peak;
  for (const peak of s.peaks) {
    const x = xOf(s.viewport, peak.from);
    c.fillRect(x, AXIS, xOf(s.viewport, peak.to) - x, s.height);
  }
}

/** @param {CanvasRenderingContext2D} c @param {Scene} s @param {number} index */
function paintRow(c, s, index) {
  const row = s.rows.rows[index];
  if (!row) return;
  const end = s.viewport.from + s.viewport.span;
  const y = rowTop(s, index) + INSET;
  for (let i = firstAfter(row.bars, s.viewport.from, (b) => b.end); i < row.bars.length; i++) {
    const bar = row.bars[i];
    if (!bar || bar.setup > end) break;
    paintBar(c, s, row, bar, y);
  }
}

/** @param {CanvasRenderingContext2D} c @param {Scene} s @param {Row} row @param {Bar} bar @param {number} y */
function paintBar(c, s, row, bar, y) {
  const { palette: p, viewport: v } = s;
  const chosen = s.order === bar.op.orderId;
  const done = bar.op.status === 'done';
  const x = xOf(v, bar.setup);
  const run = xOf(v, bar.start);
  const end = Math.max(xOf(v, bar.end), x + 1);
  c.globalAlpha = s.order !== null && !chosen ? 0.28 : 1;

  if (run - x > 0.5) {
    c.fillStyle = p.paper;
    c.fillRect(x, y, run - x, BAR);
    c.fillStyle = s.hatch;
    c.fillRect(x, y, run - x, BAR);
  }
  // the run is a full bar while the machine works and a thin thread while it is closed
  const parts = openParts(row.closed, bar.start, bar.end);
  const share = s.shares.get(bar.key) ?? (done ? 1 : bar.op.progress);
  const reached = share > 0 ? instantOfShare(parts, share) : 0;
  c.fillStyle = chosen ? p.chosen : done ? p.done : p.bar;
  if (parts.length !== 1 || parts[0]?.from !== bar.start || parts[0]?.to !== bar.end) {
    c.fillRect(run, y + BAR / 2 - 2, end - run, 4);
  }
  for (const part of parts) {
    const left = xOf(v, part.from);
    const right = Math.max(xOf(v, part.to), left + 1);
    c.fillStyle = chosen ? p.chosen : done ? p.done : p.bar;
    c.fillRect(left, y, right - left, BAR);
    if (!done && reached > part.from) {
      c.fillStyle = p.progress;
      c.fillRect(left, y, Math.min(right, xOf(v, reached)) - left, BAR);
    }
  }
  c.strokeStyle = chosen ? p.accent : p.barEdge;
  c.lineWidth = 1;
  if (end - x > 3) c.strokeRect(Math.round(x) + 0.5, y + 0.5, Math.round(end - x) - 1, BAR - 1);
  paintForecast(c, s, bar, end, y);
  paintMarks(c, s, bar, x, end, y);
  paintLabel(c, s, bar, Math.max(run, 0), Math.min(end, v.width), y, chosen, done, share);
  c.globalAlpha = 1;
}

/** A dashed tail to where the machine itself expects to end. @param {CanvasRenderingContext2D} c @param {Scene} s @param {Bar} bar @param {number} end @param {number} y */
function paintForecast(c, s, bar, end, y) {
  const forecast = s.ends.get(bar.key);
  if (forecast === undefined || forecast <= bar.end) return;
  // where hours of bars are forecast to move, only the work at hand is worth a tail, or tails cover the bars
  if (bar.op.status !== 'running' && s.order !== bar.op.orderId) return;
  const to = xOf(s.viewport, forecast);
  if (to - end < 2) return;
  c.setLineDash([4, 3]);
  c.strokeStyle = s.palette.late;
  c.lineWidth = 1.5;
  c.strokeRect(end, y + 4, to - end, BAR - 8);
  c.setLineDash([]);
}

/** @param {CanvasRenderingContext2D} c @param {Scene} s @param {Bar} bar @param {number} x @param {number} end @param {number} y */
function paintMarks(c, s, bar, x, end, y) {
  if (bar.op.lateMinutes > 0) {
    c.fillStyle = s.palette.late;
    c.fillRect(x, y + BAR - 3, end - x, 3);
  }
  if (bar.op.pinned && end - x > 14) {
    const px = end - 9;
    c.fillStyle = s.palette.text;
    c.fillRect(px, y + 7, 6, 5);
    c.strokeStyle = s.palette.text;
    c.lineWidth = 1.2;
    c.beginPath();
    c.arc(px + 3, y + 7, 2.2, Math.PI, 0);
    c.stroke();
  }
  const started = bar.op.actualStart ? Date.parse(bar.op.actualStart) : NaN;
  if (Number.isFinite(started)) {
    const ended = bar.op.actualEnd ? Date.parse(bar.op.actualEnd) : s.now;
    const from = xOf(s.viewport, started);
    c.fillStyle = s.palette.text;
    c.fillRect(from, y - 3, Math.max(1, xOf(s.viewport, ended) - from), 2);
  }
}

/**
 * @param {CanvasRenderingContext2D} c
 * @param {Scene} s
 * @param {Bar} bar
 * @param {number} left
 * @param {number} right
 * @param {number} y
 * @param {boolean} chosen
 * @param {boolean} done
 * @param {number} share
 */
function paintLabel(c, s, bar, left, right, y, chosen, done, share) {
  const width = right - left - (bar.op.pinned ? 12 : 0);
  if (width < LABEL_SHORT_PX) return;
  const id = bar.op.orderId;
  const text = width > LABEL_WIDE_PX ? `${id} ${bar.op.operationId}` : width > LABEL_PX ? id : id.slice(-3);
  const { palette: p } = s;
  const filled = !done && share > 0.5;
  c.font = `${chosen ? '600 ' : ''}12px ${FONT}`;
  c.textBaseline = 'middle';
  c.fillStyle = chosen && !filled ? p.chosenText : filled ? p.progressText : done ? p.doneText : p.barText;
  c.fillText(text, left + 5, y + BAR / 2, width - 6);
}

/** @param {CanvasRenderingContext2D} c @param {Scene} s @param {import('../../model/gantt/ticks.js').Tick[]} ticks */
function paintAxis(c, s, ticks) {
  const { palette: p, viewport: v } = s;
  c.fillStyle = p.axis;
  c.fillRect(0, 0, v.width, AXIS);
  c.fillStyle = p.peakMark;
  for (const peak of s.peaks) {
    const x = xOf(v, peak.from);
    c.fillRect(x, AXIS - 5, xOf(v, peak.to) - x, 4);
  }
  c.fillStyle = p.day;
  c.fillRect(0, AXIS - 1, v.width, 1);
  c.textBaseline = 'alphabetic';
  const days = ticks.filter((tick) => tick.day);
  paintDays(c, s, days.length > 0 && ticks.length === days.length ? days : ticks);
}

/** @param {CanvasRenderingContext2D} c @param {Scene} s @param {import('../../model/gantt/ticks.js').Tick[]} ticks */
function paintDays(c, s, ticks) {
  const { palette: p, viewport: v } = s;
  let lastDay = -Infinity;
  for (const tick of ticks) {
    const x = Math.round(xOf(v, tick.t));
    if (tick.day) {
      c.fillStyle = p.text;
      c.font = `600 12px ${FONT}`;
      c.fillText(tick.text, x + 4, 17);
      lastDay = x;
    } else {
      c.fillStyle = p.muted;
      c.font = `12px ${FONT}`;
      c.fillText(tick.text, x + 4, 34);
    }
    c.fillStyle = p.day;
    const top = tick.day ? 4 : 24;
    c.fillRect(x, top, 1, AXIS - top);
  }
  if (lastDay < -100 || ticks.every((tick) => !tick.day || xOf(v, tick.t) > 110)) {
    const [day] = ticksOf(v.from - 86_400_000, v.from, 1, s.zone, s.lang).filter((tick) => tick.day).slice(-1);
    if (!day) return;
    c.fillStyle = p.text;
    c.font = `600 12px ${FONT}`;
    c.fillText(day.text, 4, 17);
  }
}
