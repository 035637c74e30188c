/** Shapes, drawn rather than typed: fonts differ, and some have no glyph for them. */
import { html, svg } from '../../vendor/lit-html.js';

/** @typedef {import('../api/types.js').MachineState} MachineState */

/** @type {Record<MachineState, ReturnType<typeof svg>>} */
const STATE_SHAPES = {
  RUNNING: svg`<path d="M4 2.5v11l9.5-5.5z"/>`,
  SETUP: svg`<path d="M8 1.2 14.8 8 8 14.8 1.2 8z"/>`,
  CLEANUP: svg`<path d="M8 1c3 4 5 6.2 5 8.8a5 5 0 0 1-10 0C3 7.2 5 5 8 1z"/>`,
  IDLE: svg`<path d="M3.5 2.5h3.2v11H3.5zM9.3 2.5h3.2v11H9.3z"/>`,
  STOPPED: svg`<path d="M2.5 2.5h11v11h-11z"/>`,
  DOWN: svg`<path d="M8 1.5 15.2 14H.8z"/>`,
  MAINTENANCE: svg`<path d="M4.5 2h7L15 8l-3.5 6h-7L1 8z" fill="none" stroke="currentColor" stroke-width="2.2"/><path d="M8 5v6M5 8h6" stroke="currentColor" stroke-width="2.2"/>`,
  OFFLINE: svg`<path d="m3 3 10 10M13 3 3 13" stroke="currentColor" stroke-width="2.6" stroke-linecap="round"/>`,
};

/** @param {MachineState} state */
export function stateIcon(state) {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${STATE_SHAPES[state] ?? STATE_SHAPES.OFFLINE}</svg>`;
}

const LINES = {
  board: svg`<path d="M2 2.5h5v5H2zM9 2.5h5v5H9zM2 9.5h5v4H2zM9 9.5h5v4H9z"/>`,
  plan: svg`<path d="M2 4h6M5 8h8M3 12h5"/>`,
  orders: svg`<path d="M3.5 1.5h9v13h-9zM5.5 5h5M5.5 8h5M5.5 11h3"/>`,
  operator: svg`<path d="M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 14.5a5.5 5.5 0 0 1 11 0"/>`,
  bell: svg`<path d="M8 1.5a4.5 4.5 0 0 1 4.5 4.5c0 4 1.5 5 1.5 5.5H2C2 11 3.5 10 3.5 6A4.5 4.5 0 0 1 8 1.5zM6.5 14h3"/>`,
  sun: svg`<path d="M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 .8v1.7M8 13.5v1.7M.8 8h1.7M13.5 8h1.7M3 3l1.2 1.2M11.8 11.8 13 13M13 3l-1.2 1.2M4.2 11.8 3 13"/>`,
  moon: svg`<path d="M13.5 9.8A6 6 0 0 1 6.2 2.5a6 6 0 1 0 7.3 7.3z"/>`,
  close: svg`<path d="m3.5 3.5 9 9M12.5 3.5l-9 9"/>`,
  chevron: svg`<path d="m6 3 5 5-5 5"/>`,
  check: svg`<path d="m2.5 8.5 3.5 3.5 7.5-8"/>`,
  search: svg`<path d="M7 12a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM10.7 10.7 14.5 14.5"/>`,
  clock: svg`<path d="M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM8 4.5V8l2.5 1.5"/>`,
};

/** @param {keyof typeof LINES} name */
export function lineIcon(name) {
  return html`<svg class="icon line" viewBox="0 0 16 16" aria-hidden="true">${LINES[name]}</svg>`;
}
