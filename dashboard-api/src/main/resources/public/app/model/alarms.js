/** @typedef {import('../api/types.js').Alarm} Alarm */

const GRAVE = new Set(['critical', 'error', 'high', 'alarm']);
const MIDDLE = new Set(['warning', 'medium', 'warn']);

/** 2 stops work, 1 will, 0 is to know. @param {{severity: string}} alarm */
export function gravity(alarm) {
  const severity = alarm.severity.toLowerCase();
  if (GRAVE.has(severity)) return 2;
  return MIDDLE.has(severity) ? 1 : 0;
}
