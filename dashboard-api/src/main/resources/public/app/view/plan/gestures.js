/**
 * Pointer, wheel and touch on a canvas, told as pan, zoom, tap and point. Positions are CSS pixels in the canvas.
 *
 * @typedef {object} GestureListener
 * @property {(dx: number, dy: number) => void} pan
 * @property {(factor: number, x: number) => void} zoom
 * @property {(x: number, y: number) => void} tap
 * @property {(x: number, y: number) => void} point x is -1 when nothing is pointed at
 */

const TAP_SLACK_PX = 5;
const WHEEL_LINE_PX = 16;
const WHEEL_ZOOM_PER_PX = 0.0016;

/**
 * @param {HTMLElement} target
 * @param {GestureListener} listener
 * @returns {() => void} stops it
 */
export function gestures(target, listener) {
  /** @type {Map<number, {x: number, y: number}>} */
  const down = new Map();
  let travelled = 0;
  let pinch = 0;
  const abort = new AbortController();
  const options = { signal: abort.signal };

  /** @param {PointerEvent|WheelEvent} event */
  function place(event) {
    const box = target.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  target.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return;
      target.setPointerCapture(event.pointerId);
      down.set(event.pointerId, place(event));
      if (down.size === 1) travelled = 0;
      pinch = spread();
    },
    options,
  );
  target.addEventListener(
    'pointermove',
    (event) => {
      const at = place(event);
      const before = down.get(event.pointerId);
      if (!before) {
        listener.point(at.x, at.y);
        return;
      }
      down.set(event.pointerId, at);
      travelled += Math.hypot(at.x - before.x, at.y - before.y);
      if (down.size === 2) pinchTo();
      else if (travelled > TAP_SLACK_PX) listener.pan(before.x - at.x, before.y - at.y);
    },
    options,
  );
  /** @param {PointerEvent} event */
  function up(event) {
    if (!down.delete(event.pointerId)) return;
    pinch = spread();
    const at = place(event);
    if (event.type === 'pointerup' && down.size === 0 && travelled <= TAP_SLACK_PX) listener.tap(at.x, at.y);
  }
  target.addEventListener('pointerup', up, options);
  target.addEventListener('pointercancel', up, options);
  target.addEventListener('pointerleave', () => listener.point(-1, -1), options);
  target.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const scale = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? WHEEL_LINE_PX : 1;
      const sideways = event.shiftKey ? event.deltaX + event.deltaY : event.deltaX;
      if (Math.abs(sideways) > Math.abs(event.deltaY) || event.shiftKey) listener.pan(sideways * scale, 0);
      else listener.zoom(Math.exp(event.deltaY * scale * WHEEL_ZOOM_PER_PX), place(event).x);
    },
    { ...options, passive: false },
  );

  function spread() {
    const [a, b] = [...down.values()];
    return a && b ? Math.max(10, Math.abs(a.x - b.x)) : 0;
  }

  function pinchTo() {
    const [a, b] = [...down.values()];
    const now = spread();
    if (!a || !b || pinch === 0) return;
    listener.zoom(pinch / now, (a.x + b.x) / 2);
    pinch = now;
  }

  return () => abort.abort();
}
