/** Names of states and stop reasons, which several views say. */
import { lang, t } from '../i18n/lang.js';
import { said } from '../model/format.js';
import { plant } from '../state/store.js';

/** @type {Record<import('../api/types.js').MachineState, import('../i18n/lang.js').Key>} */
const STATES = {
  RUNNING: 'running',
  SETUP: 'setup',
  CLEANUP: 'cleanup',
  IDLE: 'idle',
  STOPPED: 'stopped',
  DOWN: 'down',
  MAINTENANCE: 'maintenance',
  OFFLINE: 'offline',
};

/** @param {import('../api/types.js').MachineState} state */
export const stateName = (state) => t(STATES[state] ?? 'offline');

/** @param {string} code */
export const stopReason = (code) =>
  said(plant.value.value?.stopReasons.find((r) => r.code === code), lang.value) || code;
