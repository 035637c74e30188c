/** Paints what moves over the planning board: now, due times and the path of the chosen order, what is pointed at. */
import { clockTime } from '../../model/format.js';
import { linksOf } from '../../model/gantt/path.js';
import { xOf } from '../../model/gantt/viewport.js';
import { rowTop } from './base.js';
import { AXIS, BAR, FONT, INSET, ROW } from './geometry.js';

/** @typedef {import('./base.js').Scene} Scene */
/** @typedef {import('../../model/gantt/rows.js').Bar} Bar */

/**
 * @param {CanvasRenderingContext2D} c
 * @param {Scene} s
 * @param {{hover: Bar|null, due: number, customerDue: number, dueText: string, customerText: string}} extra
 */
export function paintOverlay(c, s, extra) {
  const { viewport: v, palette: p } = s;
  c.clearRect(0, 0, v.width, s.height);
  c.save();
  c.beginPath();
  c.rect(0, AXIS, v.width, s.height - AXIS);
  c.clip();
  const chosen = s.order === null ? [] : (s.rows.byOrder.get(s.order) ?? []);
  for (const link of linksOf(chosen)) paintLink(c, s, link.from, link.to);
  for (const bar of chosen) outline(c, s, bar, p.accent, bar.key === s.key ? 3 : 1.5);
  if (extra.hover) outline(c, s, extra.hover, p.text, 2);
  c.restore();
  if (Number.isFinite(extra.customerDue)) {
    paintLine(c, s, extra.customerDue, p.due, p.onDue, [2, 4], extra.customerText, 34);
  }
  if (Number.isFinite(extra.due)) paintLine(c, s, extra.due, p.due, p.onDue, [6, 4], extra.dueText, 34);
  if (Number.isFinite(s.now)) paintLine(c, s, s.now, p.now, p.onNow, [], clockTime(s.now, s.zone), 17);
}

/** @param {CanvasRenderingContext2D} c @param {Scene} s @param {Bar} bar @param {string} colour @param {number} width */
function outline(c, s, bar, colour, width) {
  const x = xOf(s.viewport, bar.setup);
  const end = xOf(s.viewport, bar.end);
  c.strokeStyle = colour;
  c.lineWidth = width;
  c.strokeRect(x - 1, rowTop(s, bar.row) + INSET - 1, Math.max(4, end - x + 2), BAR + 2);
}

/** @param {CanvasRenderingContext2D} c @param {Scene} s @param {Bar} from @param {Bar} to */
function paintLink(c, s, from, to) {
  const x1 = xOf(s.viewport, from.end);
  const y1 = rowTop(s, from.row) + ROW / 2;
  const x2 = xOf(s.viewport, to.start);
  const y2 = rowTop(s, to.row) + ROW / 2;
  const bend = Math.min(90, Math.max(18, Math.abs(x2 - x1) / 2));
  c.strokeStyle = s.palette.text;
  c.lineWidth = 1.4;
  c.beginPath();
  c.moveTo(x1, y1);
  c.bezierCurveTo(x1 + bend, y1, x2 - bend, y2, x2 - 5, y2);
  c.stroke();
  c.fillStyle = s.palette.text;
  c.beginPath();
  c.moveTo(x2, y2);
  c.lineTo(x2 - 7, y2 - 4);
  c.lineTo(x2 - 7, y2 + 4);
  c.fill();
}

/**
 * @param {CanvasRenderingContext2D} c
 * @param {Scene} s
 * @param {number} t
 * @param {string} colour
 * @param {string} onColour
 * @param {number[]} dash
 * @param {string} text
 * @param {number} baseline
 */
function paintLine(c, s, t, colour, onColour, dash, text, baseline) {
  const x = Math.round(xOf(s.viewport, t)) + 0.5;
  if (x < -1 || x > s.viewport.width + 1) return;
  c.strokeStyle = colour;
  c.lineWidth = 2;
  c.setLineDash(dash);
  c.beginPath();
  c.moveTo(x, AXIS);
  c.lineTo(x, s.height);
  c.stroke();
  c.setLineDash([]);
  c.font = `600 12px ${FONT}`;
  c.textBaseline = 'alphabetic';
  const width = c.measureText(text).width + 10;
  const left = Math.min(Math.max(0, x - width / 2), s.viewport.width - width);
  c.fillStyle = colour;
  c.beginPath();
  c.roundRect(left, baseline - 13, width, 18, 4);
  c.fill();
  c.fillStyle = onColour;
  c.fillText(text, left + 5, baseline);
}
