/**
 * Colours for the canvas, read from the style sheet, so that they are named in one place.
 *
 * @typedef {ReturnType<typeof readPalette>} Palette
 */

export function readPalette() {
  const style = getComputedStyle(document.documentElement);
  /** @param {string} name */
  const read = (name) => style.getPropertyValue(name).trim();
  return {
    paper: read('--gantt-paper'),
    closed: read('--gantt-closed'),
    peak: read('--gantt-peak'),
    peakMark: read('--gantt-peak-mark'),
    grid: read('--gantt-grid'),
    day: read('--line'),
    row: read('--line-soft'),
    axis: read('--panel'),
    text: read('--text'),
    muted: read('--muted'),
    bar: read('--gantt-bar'),
    barText: read('--gantt-bar-text'),
    barEdge: read('--gantt-bar-edge'),
    done: read('--gantt-done'),
    doneText: read('--muted'),
    progress: read('--gantt-progress'),
    progressText: read('--gantt-progress-text'),
    hatch: read('--gantt-hatch'),
    chosen: read('--gantt-chosen'),
    chosenText: read('--on-accent'),
    accent: read('--accent'),
    late: read('--down'),
    due: read('--bad'),
    now: read('--accent'),
    onNow: read('--on-accent'),
    onDue: read('--gantt-on-due'),
  };
}

const HATCH_PX = 7;

/** Diagonal lines: a setup. @param {CanvasRenderingContext2D} context @param {string} colour */
export function hatchOf(context, colour) {
  const cell = document.createElement('canvas');
  cell.width = HATCH_PX;
  cell.height = HATCH_PX;
  const c = cell.getContext('2d');
  if (!c) return colour;
  c.strokeStyle = colour;
  c.lineWidth = 1.4;
  for (const shift of [-HATCH_PX, 0, HATCH_PX]) {
    c.moveTo(shift - 1, HATCH_PX + 1);
    c.lineTo(shift + HATCH_PX + 1, -1);
  }
  c.stroke();
  return context.createPattern(cell, 'repeat') ?? colour;
}
