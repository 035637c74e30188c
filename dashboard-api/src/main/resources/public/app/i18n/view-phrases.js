/** Words of the machine page, the orders, the operator's view, the alarms and the demo: [Vietnamese, English]. */
export const viewPhrases = /** @type {const} */ ({});
