/** @typedef {import('./types.js').LiveFrame} LiveFrame */

/** A screen that has heard nothing for so long says so, ms. The server sends 4 frames a second at most. */
export const SILENCE_MS = 3000;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 8000;

/**
 * Listens to the live frames, and connects again for as long as the page is open.
 *
 * @param {(frame: LiveFrame) => void} onFrame
 * @param {(lamp: 'live'|'lost') => void} onLamp
 * @returns {() => void} stops it
 */
export function listen(onFrame, onLamp) {
  const address = new URL('/api/live', location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  /** @type {WebSocket|null} */
  let socket = null;
  let stopped = false;
  let delay = FIRST_DELAY_MS;
  let retry = 0;
  let heard = performance.now();
  let lastSeq = -1;

  function connect() {
    lastSeq = -1;
    const mine = new WebSocket(address);
    socket = mine;
    mine.onmessage = (event) => {
      /** @type {LiveFrame} */
      const frame = JSON.parse(event.data);
      heard = performance.now();
      delay = FIRST_DELAY_MS;
      if (frame.seq <= lastSeq) return;
      lastSeq = frame.seq;
      onLamp('live');
      onFrame(frame);
    };
    mine.onclose = () => {
      if (socket === mine) connectLater();
    };
  }

  function connectLater() {
    socket = null;
    if (stopped) return;
    onLamp('lost');
    retry = window.setTimeout(connect, delay);
    delay = Math.min(delay * 2, LONGEST_DELAY_MS);
  }

  // A connection that is open but silent (a sleeping laptop, a dead proxy) is as good as lost.
  const watch = window.setInterval(() => {
    if (performance.now() - heard < SILENCE_MS) return;
    onLamp('lost');
    if (socket?.readyState !== WebSocket.OPEN) return;
    const dead = socket;
    heard = performance.now();
    connectLater();
    dead.close();
  }, 500);
  connect();
  return () => {
    stopped = true;
    window.clearInterval(watch);
    window.clearTimeout(retry);
    socket?.close();
  };
}
