/** Proposals for gang forms; asked for by hand. */
import { signal } from '../../vendor/signals-core.js';
import { get } from '../api/client.js';
import { resource } from './resource.js';

export const gangsAsked = signal(false);

export const gangs = resource(
  /** @returns {Promise<import('../api/types.js').GangProposal[]>} */ async () => (await get('/api/plan/gangs')).items,
);

export async function findGangs() {
  gangsAsked.value = true;
  gangs.value.value = null;
  gangs.error.value = null;
  await gangs.refresh();
}
