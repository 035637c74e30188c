/**
 * Operations that could not be planned, those of one order with one cause together.
 *
 * @typedef {{orderId: string, operationId: string, en: string, vi: string}} Unplanned
 */

/**
 * @param {Unplanned[]} list
 * @returns {{orderId: string, operationIds: string[], en: string, vi: string}[]} in the order of the list
 */
export function byCause(list) {
  /** @type {Map<string, {orderId: string, operationIds: string[], en: string, vi: string}>} */
  const groups = new Map();
  for (const { orderId, operationId, en, vi } of list) {
    const key = JSON.stringify([orderId, en, vi]);
    const group = groups.get(key);
    if (group) group.operationIds.push(operationId);
    else groups.set(key, { orderId, operationIds: [operationId], en, vi });
  }
  return [...groups.values()];
}
