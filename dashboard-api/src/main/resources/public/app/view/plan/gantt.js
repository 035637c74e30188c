/**
 * The planning board itself: two canvases, one for the plan and one for what moves over it, with pointer, wheel, touch
 * and keys. It is told what to show by `show` and says what was chosen by `onChoose`; it knows no store.
 */
import { barAt } from '../../model/gantt/rows.js';
import { steer } from '../../model/gantt/steer.js';
import { around, clamp, fit, panBy, reveal, timeAt, zoomAt } from '../../model/gantt/viewport.js';
import { paintBase } from './base.js';
import { AXIS, ROW } from './geometry.js';
import { paintOverlay } from './overlay.js';
import { hatchOf, readPalette } from './palette.js';
import { gestures } from './gestures.js';

/** @typedef {import('./base.js').Scene} Scene */
/** @typedef {import('../../model/gantt/rows.js').Bar} Bar */
/** @typedef {Pick<Scene, 'rows'|'peaks'|'zone'|'lang'|'order'|'key'|'shares'|'ends'|'now'>
 *   & {theme: string, due: number, customerDue: number, dueText: string, customerText: string}} Shown */
/** @typedef {'fit'|'now'|'shift'|'day'|'week'|'in'|'out'} Zoom */

const SHIFT_HOURS = 8;
const DAY_HOURS = 24;
const WEEK_HOURS = 168;
const ZOOM_STEP = 1.35;
const HIT_SLACK_PX = 3;

/**
 * @param {{scroller: HTMLElement, base: HTMLCanvasElement, overlay: HTMLCanvasElement}} elements
 * @param {{onChoose: (bar: Bar|null) => void, onHover: (bar: Bar|null, x: number, y: number) => void}} listener
 */
export function gantt({ scroller, base, overlay }, listener) {
  const baseContext = context(base);
  const overlayContext = context(overlay);
  /** @type {Shown|null} */
  let shown = null;
  let palette = readPalette();
  /** @type {CanvasPattern|string} */
  let hatch = '';
  let viewport = { from: 0, span: DAY_HOURS * 3_600_000, width: 1 };
  let height = 1;
  let placed = false;
  /** @type {Bar|null} */
  let hover = null;
  let dirtyBase = true;
  let requested = 0;

  function scene() {
    if (!shown) return null;
    return { ...shown, viewport, height, scrollTop: scroller.scrollTop, palette, hatch };
  }

  /** @param {boolean} all whether the base must be painted too */
  function repaint(all) {
    dirtyBase ||= all;
    requested ||= requestAnimationFrame(() => {
      requested = 0;
      const s = scene();
      if (!s || !shown) return;
      if (dirtyBase) paintBase(baseContext, s);
      dirtyBase = false;
      paintOverlay(overlayContext, s, { ...shown, hover });
    });
  }

  /** @param {import('../../model/gantt/viewport.js').Viewport} next */
  function move(next) {
    viewport = shown && Number.isFinite(shown.rows.extent.from) ? clamp(next, extentWithNow()) : next;
    repaint(true);
  }

  function extentWithNow() {
    if (!shown) return { from: 0, to: 0 };
    const { from, to } = shown.rows.extent;
    return Number.isFinite(shown.now) ? { from: Math.min(from, shown.now), to: Math.max(to, shown.now) } : { from, to };
  }

  const observer = new ResizeObserver(() => {
    const width = Math.max(50, overlay.clientWidth);
    height = Math.max(50, overlay.clientHeight);
    const ratio = window.devicePixelRatio || 1;
    for (const canvas of [base, overlay]) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    for (const c of [baseContext, overlayContext]) c.setTransform(ratio, 0, 0, ratio, 0, 0);
    hatch = hatchOf(baseContext, palette.hatch);
    viewport = { ...viewport, width };
    place();
    repaint(true);
  });
  observer.observe(overlay);

  /** The first time that there is something to see: from a little before now, as much as reads well. */
  function place() {
    if (placed || !shown || viewport.width < 60 || !Number.isFinite(shown.rows.extent.from)) return;
    placed = true;
    const start = Number.isFinite(shown.now) ? shown.now : shown.rows.extent.from;
    viewport = around(viewport, viewport.width < 500 ? 10 : DAY_HOURS, start);
  }

  /** @param {number} x @param {number} y @returns {Bar|null} */
  function hit(x, y) {
    if (!shown || y < AXIS) return null;
    const row = shown.rows.rows[Math.floor((y - AXIS + scroller.scrollTop) / ROW)];
    return barAt(row, timeAt(viewport, x), (HIT_SLACK_PX / viewport.width) * viewport.span);
  }

  const stopGestures = gestures(overlay, {
    pan(dx, dy) {
      scroller.scrollTop += dy;
      move(panBy(viewport, dx));
    },
    zoom(factor, x) {
      move(zoomAt(viewport, factor, x));
    },
    tap(x, y) {
      listener.onChoose(hit(x, y));
    },
    point(x, y) {
      const bar = x < 0 ? null : hit(x, y);
      if (bar !== hover) {
        hover = bar;
        repaint(false);
      }
      listener.onHover(bar, x, y);
    },
  });

  /** @param {Zoom} kind */
  function zoomTo(kind) {
    if (!shown) return;
    const at = Number.isFinite(shown.now) ? shown.now : shown.rows.extent.from;
    const middle = viewport.width / 2;
    if (kind === 'fit') move(fit(viewport, extentWithNow()));
    else if (kind === 'now') move({ ...viewport, from: at - viewport.span * 0.2 });
    else if (kind === 'shift') move(around(viewport, SHIFT_HOURS, at));
    else if (kind === 'day') move(around(viewport, DAY_HOURS, at));
    else if (kind === 'week') move(around(viewport, WEEK_HOURS, at));
    else move(zoomAt(viewport, kind === 'in' ? 1 / ZOOM_STEP : ZOOM_STEP, middle));
  }

  /** @param {Bar} bar */
  function bringIntoView(bar) {
    const top = bar.row * ROW;
    const room = height - AXIS;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top + ROW > scroller.scrollTop + room) scroller.scrollTop = top + ROW - room;
    move(reveal(viewport, bar.setup, bar.end));
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (!shown || event.ctrlKey || event.metaKey || event.altKey) return;
    const zoom = ZOOM_KEYS[event.key];
    const direction = STEER_KEYS[event.key];
    if (zoom) zoomTo(zoom);
    else if (direction) {
      const bar = steer(shown.rows, shown.rows.byKey.get(shown.key ?? '') ?? null, direction, shown.now);
      if (bar) {
        listener.onChoose(bar);
        bringIntoView(bar);
      }
    } else if (event.key === 'Escape') listener.onChoose(null);
    else return;
    event.preventDefault();
  }
  overlay.addEventListener('keydown', onKey);
  const onScroll = () => repaint(true);
  scroller.addEventListener('scroll', onScroll, { passive: true });

  return {
    zoomTo,
    bringIntoView,
    /** @param {Shown} next */
    show(next) {
      const themeChanged = shown?.theme !== next.theme;
      const still =
        shown !== null &&
        !themeChanged &&
        shown.rows === next.rows &&
        shown.order === next.order &&
        shown.lang === next.lang &&
        shown.shares === next.shares &&
        shown.peaks === next.peaks;
      shown = next;
      if (hover) hover = next.rows.byKey.get(hover.key) ?? null;
      if (themeChanged) {
        palette = readPalette();
        hatch = hatchOf(baseContext, palette.hatch);
      }
      place();
      repaint(!still);
    },
    stop() {
      cancelAnimationFrame(requested);
      observer.disconnect();
      stopGestures();
      scroller.removeEventListener('scroll', onScroll);
    },
  };
}

/** @type {Record<string, Zoom>} */
const ZOOM_KEYS = {
  1: 'fit', 2: 'now', 3: 'shift', 4: 'day', 5: 'week',
  f: 'fit', F: 'fit', n: 'now', N: 'now', '+': 'in', '=': 'in', '-': 'out', _: 'out',
};
/** @type {Record<string, import('../../model/gantt/steer.js').Direction>} */
const STEER_KEYS = {
  ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down', Home: 'first', End: 'last',
};

/** @param {HTMLCanvasElement} canvas */
function context(canvas) {
  const c = canvas.getContext('2d');
  if (!c) throw new Error('this browser draws no 2d canvas');
  return c;
}
